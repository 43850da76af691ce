package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Senders of campaigns, each time new ones, all at one bucket. */
final class SimulatedSenders {
  /** What is left of a function's time when the call of SES and its mark are taken from it. */
  static final Duration FOR_A_MESSAGE = Duration.ofSeconds(35);

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final SimulatedStore store;
  private final SimulationWatch watch;
  private final Outgoing outgoing;
  private final Set<String> unwritable;
  private final SimulatedPace.Bucket bucket = new SimulatedPace.Bucket();
  private final InMemorySetbacks setbacks = new InMemorySetbacks();

  /**
   * @param unwritable to whom no mail can be made
   */
  SimulatedSenders(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedSes ses,
      SimulatedStore store,
      SimulationWatch watch,
      Outgoing outgoing,
      Set<String> unwritable) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.ses = ses;
    this.store = store;
    this.watch = watch;
    this.outgoing = outgoing;
    this.unwritable = unwritable;
  }

  void send() {
    queues.sends.receive(
        message -> {
          var clock = fate.clock();
          var left = sender(clock).deliver(message, clock.instant().plus(FOR_A_MESSAGE));
          if (!left.isEmpty()) {
            outgoing.sendLater(message.only(left), Duration.ofSeconds(10));
          }
        });
  }

  /** Somebody calls the function with a message of their own. */
  void sendBesideTheQueue(DeliveryId id) {
    var clock = fate.clock();
    sender(clock)
        .deliver(
            new BatchToSend(id.campaignId(), id.bucket(), List.of(id.subscriberId())),
            clock.instant().plus(FOR_A_MESSAGE));
  }

  private DeliverCampaign sender(InstantSource clock) {
    var pace = pace(clock, /* whole= */ fault != SimulatedFault.SLOT_THAT_OTHERS_HAVE);
    var live = new LiveCampaigns(campaignsOfSender(), clock);
    var quota = quota(clock);
    var deliveries = store.ofSender(watch, pace);
    var begun = clock.instant();
    var mail =
        new DeliverMail(
            live,
            deliveries,
            new TakeWord(store.deliveries, store.changes),
            store.subscribers,
            (_, _, who, _) -> bytes(who.id()),
            this::mail,
            pace,
            quota,
            new Breaker(setbacks),
            switch (fault) {
              case CLOCK_COMPARED_WITH_ITSELF -> () -> begun;
              case SLOT_OF_ANY_AGE -> () -> clock.instant().minusSeconds(10);
              default -> clock;
            });
    return new DeliverCampaign(live, deliveries, mail, store.counts, pace, quota, new InTurn());
  }

  /**
   * @param whole whether who reserves a slot keeps others from it
   */
  SimulatedPace pace(InstantSource clock, boolean whole) {
    var slot = ses.slot();
    return new SimulatedPace(
        bucket,
        fate,
        clock,
        fault == SimulatedFault.SLOTS_ARE_TOO_SHORT ? slot.dividedBy(2) : slot,
        whole);
  }

  private Campaigns campaignsOfSender() {
    if (fault != SimulatedFault.PAUSE_THAT_SENDERS_DO_NOT_LOOK_AT) {
      return store.campaigns;
    }
    var first = store.campaigns.expect(SimulatedWorld.ID);
    return Rewired.but(Campaigns.class, store.campaigns, "expect", _ -> first);
  }

  private byte[] bytes(String who) {
    if (unwritable.contains(who) && fault != SimulatedFault.BYTES_AFTER_THE_CLAIM) {
      throw new IllegalArgumentException("No mail can be made");
    }
    return new byte[0];
  }

  /** SES as it is seen by whoever sends. */
  Mailer.Outcome mail(EmailAddress to, byte[] mail, Map<String, String> tags) {
    watch.asks(tags);
    if (unwritable.contains(tags.getOrDefault("recipient", ""))) {
      throw new Fate.Failed();
    }
    if (fault == SimulatedFault.LOG_TELLS_THE_ADDRESS) {
      System.out.println("A mail goes to " + to.text());
    }
    var outcome = ses.send(to, mail, tags);
    watch.answered(outcome);
    return outcome;
  }

  SendQuota quota(InstantSource clock) {
    return new SendQuota(
        () -> {
          var figures = ses.figures();
          watch.figures(figures);
          return fault == SimulatedFault.DAY_IS_NOT_LOOKED_AT
              ? new AccountQuota.Figures(figures.mailsPerSecond(), -1, 0)
              : figures;
        },
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        clock);
  }
}
