package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import clipdesk.newsletters.subscriptions.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Senders of campaigns and of single mails, each time new ones, all at one bucket. */
final class SimulatedSenders {
  /** What is left of a function's time when the call of SES and its mark are taken from it. */
  private static final Duration FOR_A_MESSAGE = Duration.ofSeconds(35);

  private static final Topics TOPICS = TestKeys.topics();

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final PortsInMemory ports;
  private final SimulatedStore store;
  private final SimulationWatch watch;
  private final Outgoing outgoing;
  private final Set<String> unwritable;
  private final SimulatedPace.Bucket bucket = new SimulatedPace.Bucket();
  private int confirmed;

  /**
   * @param unwritable to whom no mail can be made
   */
  SimulatedSenders(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedSes ses,
      PortsInMemory ports,
      SimulatedStore store,
      SimulationWatch watch,
      Outgoing outgoing,
      Set<String> unwritable) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.ses = ses;
    this.ports = ports;
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
    var pace = pace(clock);
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
            new Breaker(),
            fault == SimulatedFault.CLOCK_COMPARED_WITH_ITSELF ? () -> begun : clock);
    return new DeliverCampaign(live, deliveries, mail, pace, quota, new InTurn(), clock);
  }

  private SimulatedPace pace(InstantSource clock) {
    return new SimulatedPace(
        bucket, fate, clock, /* whole= */ fault != SimulatedFault.SLOT_THAT_OTHERS_HAVE);
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

  private Mailer.Outcome mail(EmailAddress to, byte[] mail, Map<String, String> tags) {
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
          return figures;
        },
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        clock);
  }

  void mailSingly() {
    queues.mails.receive(
        message -> {
          if (!(message instanceof ConfirmationToMail confirmation)) {
            // An editor is told.
            return;
          }
          var clock = fate.clock();
          var single =
              new SingleMail(
                  this::mail,
                  quota(clock),
                  pace(clock),
                  TestKeys.keyed(),
                  TestWiring.sampleConfig(),
                  // A clock of nanoseconds says nothing twice; simulated time goes by milliseconds.
                  () -> clock.instant().plusNanos(++confirmed));
          var confirmations =
              new ConfirmationMails(
                  store.subscribers,
                  store.confirmations,
                  store.limits,
                  store.limits,
                  ports.mailboxes(),
                  TestKeys.links(),
                  TOPICS,
                  single,
                  TestWiring.sampleConfig(),
                  clock);
          confirm(confirmations, confirmation, clock.instant().plus(FOR_A_MESSAGE));
        });
  }

  private void confirm(ConfirmationMails confirmations, ConfirmationToMail message, Instant until) {
    try {
      confirmations
          .confirm(message, until)
          .again()
          .ifPresent(delay -> outgoing.mailLater(message, delay));
    } catch (IllegalStateException notTaken) {
      throw new Fate.Failed();
    }
  }
}
