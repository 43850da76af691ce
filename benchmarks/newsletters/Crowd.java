package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.campaigns.CampaignReport;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.feedback.Feedback;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A list of so many people that takes no memory itself: whoever is asked for is made for the
 * answer. So what is measured is the workers' own.
 */
final class Crowd {
  private static final int BUCKETS = 16;
  private static final String CLAIM = "c";

  private final int people;
  private final PortsInMemory ports = StartedCampaign.ports();
  private final CountedCalls calls;
  private final Delivery first;
  private DeliveryState state = DeliveryState.PENDING;
  private boolean idle;
  private Instant now = Fate.START;

  Crowd(int people) {
    this.people = people;
    this.calls = new CountedCalls(people);
    var id = new DeliveryId(SimulatedWorld.ID, "s");
    ports.deliveries().plan(id, Fate.START);
    this.first = ports.deliveries().read(SimulatedWorld.ID, List.of("s")).getFirst();
  }

  long mostHeap() {
    return calls.mostHeap();
  }

  /** Plans, sends, hears of and looks at all of them. */
  void work() {
    calls.lookAtHeap(true);
    var planner =
        new PlanBucket(
            port(Campaigns.class, ports.campaigns()),
            deliveries(),
            open(),
            planning(),
            outgoing(),
            new InTurn(),
            () -> now);
    var sender =
        CrowdSender.of(
            port(Campaigns.class, ports.campaigns()),
            deliveries(),
            changes(),
            ports.counts(),
            ports.subscribers(),
            now);
    for (var bucket : Subscriber.buckets()) {
      planner.plan(
          new BucketToPlan(SimulatedWorld.ID, bucket, Mode.PLAN), now.plus(Duration.ofDays(1)));
    }
    for (int sent = 0; sent < people; sent += PlanBucket.RECIPIENTS_PER_MESSAGE) {
      sender.deliver(
          new BatchToSend(SimulatedWorld.ID, "0", names(sent, PlanBucket.RECIPIENTS_PER_MESSAGE)),
          now.plus(Duration.ofDays(1)));
    }
    state = DeliveryState.CLAIMED;
    var feedback = feedback();
    IntStream.range(0, people)
        .forEach(it -> feedback.arrived(SimulatedWorld.ID, names(it, 1).getFirst(), CLAIM));
    state = DeliveryState.SENT;
    ticker().run();
    calls.lookAtHeap(false);
  }

  /** How long a look of the tick takes, in seconds. */
  double tick(DeliveryState of, boolean queueIsIdle) {
    state = of;
    idle = queueIsIdle;
    now = Fate.START.plus(Duration.ofMinutes(11));
    return calls.seconds(ticker()::run);
  }

  double report() {
    return calls.seconds(
        () -> new CampaignReport(open(), counts(), planning(), () -> now).rows(SimulatedWorld.ID));
  }

  private <T> T port(Class<T> port, T inner) {
    return SlowPort.of(port, inner, _ -> calls.count());
  }

  private static List<String> names(int from, int many) {
    return IntStream.range(from, from + many).mapToObj(it -> "s%08d".formatted(it)).toList();
  }

  private List<Delivery> rows(List<String> names) {
    return names.stream()
        .map(
            it ->
                new Delivery(
                    new DeliveryId(SimulatedWorld.ID, it),
                    state,
                    Optional.of(new Delivery.Claim(CLAIM, Fate.START)),
                    first.plannedAt(),
                    0,
                    first.known()))
        .toList();
  }

  private Deliveries deliveries() {
    var read = Rewired.but(Deliveries.class, ports.deliveries(), "read", it -> rows(list(it[1])));
    var glimpse =
        Rewired.but(
            Deliveries.class,
            read,
            "glimpse",
            it -> rows(List.of(((DeliveryId) it[0]).subscriberId())).stream().findFirst());
    var plan = Rewired.but(Deliveries.class, glimpse, "plan", _ -> null);
    var claim = Rewired.but(Deliveries.class, plan, "claim", _ -> ClaimAnswer.HELD);
    return port(Deliveries.class, Rewired.but(Deliveries.class, claim, "accepted", _ -> true));
  }

  @SuppressWarnings("unchecked") // the port has a list of ids there
  private static List<String> list(Object argument) {
    return (List<String>) argument;
  }

  private Planning planning() {
    return port(
        Planning.class,
        Rewired.but(
            Planning.class,
            ports.planning(),
            "audience",
            it -> audience(place(it[2]), (int) it[3])));
  }

  private Planning.Page audience(int from, int limit) {
    int to = Math.min(people / BUCKETS, from + limit);
    return new Planning.Page(
        names(from, to - from),
        to < people / BUCKETS ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  private static int place(Object after) {
    return ((Optional<?>) after).map(it -> Integer.parseInt((String) it)).orElse(0);
  }

  private OpenDeliveries open() {
    var open =
        Rewired.but(
            OpenDeliveries.class,
            ports.openDeliveries(),
            "open",
            it -> page(place(it[2]), (int) it[3]));
    var counts =
        Rewired.but(
            OpenDeliveries.class, open, "counts", _ -> Map.of(state, (long) people / BUCKETS));
    return port(
        OpenDeliveries.class, Rewired.but(OpenDeliveries.class, counts, "requeued", _ -> null));
  }

  private OpenDeliveries.Page page(int from, int limit) {
    int to = Math.min(people / BUCKETS, from + limit);
    return new OpenDeliveries.Page(
        rows(names(from, to - from)),
        to < people / BUCKETS ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  /** Hints are not kept: what they take is the queue's. */
  private Outgoing outgoing() {
    return SlowPort.answering(
        Outgoing.class,
        call -> {
          calls.count();
          return call.endsWith("Idle") ? Boolean.valueOf(idle) : null;
        });
  }

  private CampaignCounts counts() {
    return port(CampaignCounts.class, ports.counts());
  }

  private SendQuota quota() {
    return StartedCampaign.quota(1_000, () -> now);
  }

  private Feedback feedback() {
    var mailboxes = SlowPort.<Mailboxes>answering(Mailboxes.class, _ -> null);
    return new Feedback(
        new TakeWord(deliveries(), changes()), ports.subscribers(), mailboxes, () -> now);
  }

  private DeliveryChanges changes() {
    var replace = Rewired.but(DeliveryChanges.class, ports.counts(), "replace", _ -> true);
    return port(
        DeliveryChanges.class, Rewired.but(DeliveryChanges.class, replace, "count", _ -> true));
  }

  private Tick ticker() {
    var campaigns = port(Campaigns.class, ports.campaigns());
    var start =
        new MoveCampaign(campaigns, TestLetters.writer(), planning(), outgoing(), () -> now);
    return new Tick(
        campaigns,
        new StartScheduled(campaigns, start, TestKeys.topics(), () -> now),
        planning(),
        outgoing(),
        new OpenRows(
            campaigns,
            deliveries(),
            open(),
            changes(),
            outgoing(),
            calls.someAtOnce(),
            Duration.ofMinutes(15),
            () -> now),
        new FinishCampaign(campaigns, open(), counts(), () -> now),
        new WatchCampaign(
            campaigns, counts(), new TellStarter(open(), outgoing()), _ -> {}, () -> now),
        Optional.empty(),
        quota(),
        () -> now);
  }
}
