package clipdesk.newsletters.sending;

import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Change;
import clipdesk.newsletters.campaigns.DecideRecipients;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.deliveries.DecideDelivery;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import clipdesk.newsletters.subscriptions.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The processes of a campaign, each time new ones: those before may still be at it. */
final class SimulatedStaff {
  private static final int PAGE = 100;
  private static final WriteLetters LETTERS = TestLetters.writer();
  private static final Topics TOPICS = TestKeys.topics();

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final PortsInMemory ports;
  private final SimulatedStore store;
  private final SimulatedSenders senders;
  private final SimulatedSingles singles;
  private final Outgoing outgoing;
  private final DecideRecommended recommended;
  private final DecideRecipients decide;
  private final boolean byEvidence;

  /**
   * @param unwritable to whom no mail can be made
   * @param byEvidence whether it decides about parked rows
   */
  SimulatedStaff(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedSes ses,
      PortsInMemory ports,
      SimulationWatch watch,
      Set<String> unwritable,
      boolean byEvidence) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.ses = ses;
    this.ports = ports;
    this.byEvidence = byEvidence;
    this.store = new SimulatedStore(ports, fate, fault, watch, ses);
    this.outgoing = fate.fated(Outgoing.class, queues);
    this.senders =
        new SimulatedSenders(fate, fault, queues, ses, store, watch, outgoing, unwritable);
    this.singles =
        new SimulatedSingles(fate, fault, queues, senders, ports, store, watch, outgoing);
    var decideDelivery = new DecideDelivery(store.deliveries, store.changes);
    this.recommended =
        new DecideRecommended(store.openDeliveries, store.counts, decideDelivery, fate::now);
    this.decide = new DecideRecipients(decideDelivery, recommended, outgoing, fate::now);
  }

  SimulatedStore store() {
    return store;
  }

  SimulatedSenders senders() {
    return senders;
  }

  SimulatedSingles singles() {
    return singles;
  }

  private MoveCampaign moveCampaign() {
    return new MoveCampaign(store.campaigns, LETTERS, store.planning, outgoing, fate::now);
  }

  void move(Campaign campaign, String to) {
    moveCampaign().move(campaign, to, SimulatedSingles.EDITOR);
  }

  void schedule(Campaign draft, Instant sendAt) {
    moveCampaign().schedule(draft, sendAt, SimulatedSingles.EDITOR);
  }

  void ask(String email, Instant at) {
    outgoing.mail(
        new ConfirmationToMail(email, List.of(SimulatedWorld.TOPIC), "en", "2026-01", at));
  }

  void askToBeForgotten(String who, Instant at) {
    outgoing.mail(new ErasureToMail(who, at));
  }

  void plan() {
    var clock = fate.clock();
    var planner =
        new PlanBucket(
            store.campaigns,
            store.deliveries,
            store.openDeliveries,
            store.planning,
            outgoing,
            new InTurn(),
            clock);
    queues.plans.receive(message -> planner.plan(message, clock.instant().plusSeconds(100)));
  }

  void hear() {
    queues.events.receive(
        event -> {
          var word = event.word();
          boolean blind =
              fault == SimulatedFault.REJECT_IS_TAKEN_FOR_SENT && word.kind() == Word.Kind.REJECT;
          new TakeWord(store.deliveries, store.changes)
              .take(
                  event.id(),
                  blind
                      ? new Word(Word.Kind.SEND, word.claim(), word.messageId(), word.at())
                      : word);
          ses.heard(event);
          switch (word.kind()) {
            case PERMANENT_BOUNCE, COMPLAINT ->
                store.subscribers.suppress(event.id().subscriberId(), "bounce", fate.now());
            default -> {
              // Nothing about the mailbox.
            }
          }
        });
  }

  void erase() {
    queues.erasures.receive(
        who ->
            new EraseSubscriber(store.subscribers, store.confirmations, fate::now)
                .erase(who, "account-page"));
  }

  void tick() {
    if (fault == SimulatedFault.CHECKPOINT_WITHOUT_HINTS_AND_NO_TICK) {
      return;
    }
    var clock = fate.clock();
    var wait =
        fault == SimulatedFault.CLAIMS_ARE_NEVER_PARKED
            ? Duration.ofDays(1)
            : Duration.ofMinutes(15);
    new Tick(
            store.campaigns,
            startScheduled(clock),
            store.planning,
            outgoing,
            new OpenRows(
                store.campaigns,
                store.deliveries,
                store.openDeliveries,
                store.changes,
                outgoing,
                new InTurn(),
                wait,
                clock),
            new FinishCampaign(store.campaigns, store.openDeliveries, store.counts, clock),
            new WatchCampaign(
                store.campaigns,
                store.counts,
                new TellStarter(store.openDeliveries, outgoing),
                _ -> {},
                clock),
            Optional.of(recommended).filter(_ -> byEvidence),
            senders.quota(clock),
            clock)
        .run();
  }

  private StartScheduled startScheduled(InstantSource clock) {
    var late =
        fault == SimulatedFault.LATE_STARTS_ALL_THE_SAME
            ? Rewired.but(Campaigns.class, store.campaigns, "move", it -> startedLate(it))
            : store.campaigns;
    var read =
        fault == SimulatedFault.CLOCK_IS_TAKEN_AT_ITS_WORD
            ? (InstantSource) () -> clock.instant().plus(StartScheduled.WRONG_CLOCKS)
            : clock;
    return new StartScheduled(late, moveCampaign(), TOPICS, read);
  }

  private boolean startedLate(Object[] call) {
    return moveCampaign().move((Campaign) call[0], "sending", Change.SYSTEM);
  }

  /** An editor decides about somebody who is parked. */
  void decide(Campaign campaign) {
    var parked = ports.openDeliveries().parked(campaign.id(), Optional.empty(), PAGE).rows();
    if (fault == SimulatedFault.DECISION_ABOUT_ANY_STATE) {
      ports.counts().freeAnyone(campaign.id());
      return;
    }
    if (parked.isEmpty() || campaign.is("cancelled")) {
      return;
    }
    var who = parked.get(fate.luck.below(parked.size())).id().subscriberId();
    var choice = fate.luck.below(3) == 0 ? Choice.ABANDON : Choice.RESEND;
    fate.tell(choice + " ", who);
    try {
      decide.decide(campaign, who, choice, "editor");
    } catch (ProblemException e) {
      fate.tell("not parked any more: ", who);
    }
  }

  /** All that is parked, with what speaks for each. */
  List<DecideRecommended.Parked> parked() {
    return recommended.parked(SimulatedWorld.ID, Optional.empty(), PAGE).rows();
  }
}
