package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.DecideRecipients;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.DecideDelivery;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Evidence;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The processes of a campaign, each time new ones: those before may still be at it. */
final class SimulatedStaff {
  private static final int PAGE = 100;

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final SimulatedPorts ports;
  private final Campaigns campaigns;
  private final Planning planning;
  private final Deliveries deliveries;
  private final OpenDeliveries openDeliveries;
  private final DeliveryChanges changes;
  private final CampaignCounts counts;
  private final Outgoing outgoing;
  private final DecideRecommended recommended;
  private final DecideRecipients decide;
  private final TakeWord takeWord;
  private final boolean byEvidence;

  SimulatedStaff(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedSes ses,
      SimulatedPorts ports,
      Consumer<String> claimed,
      Consumer<String> violated,
      boolean byEvidence) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.ses = ses;
    this.ports = ports;
    this.byEvidence = byEvidence;
    this.campaigns = ports.campaigns();
    this.planning =
        fate.fated(
            Planning.class,
            new BrokenPlanning(ports.planning(), fault, ports.openDeliveries(), fate::now));
    this.deliveries =
        fate.fated(
            Deliveries.class,
            new BrokenDeliveries(ports.deliveries(), fault, fate, claimed, ses::tell));
    this.openDeliveries = fate.fated(OpenDeliveries.class, ports.openDeliveries());
    this.changes =
        fate.fated(DeliveryChanges.class, new BrokenChanges(ports.counts(), fault, violated));
    this.counts =
        fate.fated(
            CampaignCounts.class,
            fault == SimulatedFault.PARKED_IS_SENT_AGAIN_WITHOUT_EVIDENCE
                ? new BlindCounts(ports.counts())
                : ports.counts());
    this.outgoing = fate.fated(Outgoing.class, queues);
    this.takeWord = new TakeWord(deliveries, changes);
    var decideDelivery = new DecideDelivery(deliveries, changes);
    this.recommended = new DecideRecommended(openDeliveries, counts, decideDelivery, fate::now);
    this.decide = new DecideRecipients(decideDelivery, recommended, outgoing, fate::now);
  }

  void move(Campaign campaign, String to) {
    new MoveCampaign(campaigns, TestLetters.writer(), planning, outgoing, fate::now)
        .move(campaign, to);
  }

  void send() {
    queues.send(
        message -> {
          var left = sender().deliver(message, fate.now().plusSeconds(35));
          if (!left.isEmpty()) {
            outgoing.sendLater(message.only(left), Duration.ofSeconds(10));
          }
        });
  }

  private DeliverCampaign sender() {
    var pace =
        new RecordedPace(fate.now()) {
          @Override
          public java.time.Instant instant() {
            return fate.now();
          }
        };
    var live = new LiveCampaigns(campaigns, fate::now);
    var mail =
        new DeliverMail(
            live,
            deliveries,
            takeWord,
            ports.subscribers(),
            (_, _, _, _) -> new byte[0],
            ses,
            pace,
            quota(),
            new Breaker(),
            fate::now);
    return new DeliverCampaign(live, deliveries, mail, pace, quota(), new InTurn(), fate::now);
  }

  private SendQuota quota() {
    return new SendQuota(
        () -> new AccountQuota.Figures(50, -1, 0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        fate::now);
  }

  void plan() {
    var planner =
        new PlanBucket(
            campaigns, deliveries, openDeliveries, planning, outgoing, new InTurn(), fate::now);
    queues.plan(message -> planner.plan(message, fate.now().plusSeconds(100)));
  }

  void hear() {
    queues.hear(
        event -> {
          var word = event.word();
          boolean blind =
              fault == SimulatedFault.REJECT_IS_TAKEN_FOR_SENT && word.kind() == Word.Kind.REJECT;
          takeWord.take(
              event.id(),
              blind ? new Word(Word.Kind.SEND, word.claim(), word.messageId(), word.at()) : word);
          ses.heard(event);
        });
  }

  void tick() {
    if (fault == SimulatedFault.CHECKPOINT_WITHOUT_HINTS_AND_NO_TICK) {
      return;
    }
    var wait =
        fault == SimulatedFault.CLAIMS_ARE_NEVER_PARKED
            ? Duration.ofDays(1)
            : Duration.ofMinutes(15);
    var open =
        new OpenRows(campaigns, deliveries, openDeliveries, changes, outgoing, wait, fate::now);
    new Tick(
            campaigns,
            planning,
            outgoing,
            open,
            new FinishCampaign(campaigns, openDeliveries, counts, fate::now),
            new WatchCampaign(campaigns, counts, fate::now),
            Optional.of(recommended).filter(_ -> byEvidence),
            quota(),
            fate::now)
        .run();
  }

  /** An editor decides about somebody who is parked. */
  void decide(Campaign campaign) {
    var parked = ports.openDeliveries().parked(SimulatedWorld.ID, Optional.empty(), PAGE).rows();
    if (fault == SimulatedFault.DECISION_ABOUT_ANY_STATE) {
      ports.counts().freeAnyone(SimulatedWorld.ID);
      return;
    }
    if (parked.isEmpty() || campaign.is("cancelled")) {
      return;
    }
    var who = parked.get(fate.random.nextInt(parked.size())).id().subscriberId();
    var choice = fate.random.nextInt(3) == 0 ? Choice.ABANDON : Choice.RESEND;
    fate.tell(choice + " " + who);
    try {
      decide.decide(campaign, who, choice, "editor");
    } catch (clipdesk.common.problem.ProblemException e) {
      fate.tell("not parked any more");
    }
  }

  boolean isForgotten(String who) {
    var rows = ports.deliveries().read(SimulatedWorld.ID, List.of(who));
    return rows.isEmpty() || rows.getFirst().is(DeliveryState.SKIPPED);
  }

  boolean isAnyRecommended() {
    return recommended.parked(SimulatedWorld.ID, Optional.empty(), PAGE).rows().stream()
        .anyMatch(it -> it.recommendation() == Evidence.Recommendation.RESEND);
  }
}
