package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A campaign in a world that one seed makes: the use cases of production over their ports in
 * memory. At every call of a port its actor may be killed before or after, its answer may get lost
 * so that the call is repeated as the SDK would, time may pass, and another actor may do all of its
 * work or be killed in the middle of it.
 */
final class SimulatedWorld {
  private static final Instant START = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";
  private static final String ID = "c1";
  private static final int DEEPEST = 2;
  private static final int RECEIVES = 5;
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  /** Transactions carry a request token: repeated, they are the same. */
  private static final Set<String> WITH_TOKEN =
      Set.of("start", "move", "claim", "create", "subscribe", "unsubscribe");

  /** What may be broken, to see that it is found. */
  enum Fault {
    NONE,
    CLAIM_WITHOUT_CONDITION,
    CLAIM_THAT_DOES_NOT_LOOK_AT_THE_RECIPIENT,
    CLAIM_IN_TWO_STEPS,
    RELEASE_OF_ANY_CLAIM,
    UNKNOWN_IS_TAKEN_FOR_NEVER_SENT,
    UNKNOWN_IS_SENT_AGAIN,
    CUT_OFF_AT_THE_PLANNERS_MOMENT,
    CHECKPOINT_WITHOUT_HINTS_AND_NO_TICK,
    NOBODY_PLANS_AGAIN,
    ROWS_BEFORE_CHECKPOINTS,
    CLAIMS_ARE_NEVER_PARKED
  }

  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Random random;
  private final Fault fault;
  private final StringBuilder history = new StringBuilder();
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planningStore = new InMemoryPlanning(subscribers);
  private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(planningStore);
  private final InMemoryDeliveries deliveryStore = new InMemoryDeliveries(subscribers);
  private final List<Message<BatchToSend>> sends = new ArrayList<>();
  private final List<Message<BucketToPlan>> plans = new ArrayList<>();
  private final List<Runnable> events = new ArrayList<>();
  private final Map<String, Integer> accepted = new TreeMap<>();
  private final Map<String, Instant> joined = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> everWithdrawn = new HashSet<>();
  private final List<String> people = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private Instant now = START;
  private boolean faults = true;
  private int depth;
  private int inFlight;
  private int unknowns;
  private int mails;

  private final Campaigns campaigns = fated(Campaigns.class, campaignStore);
  private final Planning planning = fated(Planning.class, new MutatedPlanning());
  private final Deliveries deliveries = fated(Deliveries.class, new MutatedDeliveries());
  private final Outgoing outgoing = fated(Outgoing.class, new Queues());
  private final Mailer mailer = new Ses();

  private static final class Message<T> {
    private final T body;
    private int receives;

    Message(T body) {
      this.body = body;
    }
  }

  SimulatedWorld(long seed, Fault fault) {
    this.random = new Random(seed);
    this.fault = fault;
  }

  /** What does not hold; nothing if everything does. */
  List<String> run() {
    int size = 3 + random.nextInt(8);
    for (int made = 0; made < size; made++) {
      people.add(subscribe("reader" + made));
    }
    var texts = Map.<String, Object>of("fr", TEXTS, "en", TEXTS, "uk", TEXTS);
    campaignStore.draft(ID, TOPIC, texts, START);
    attempt("editor starts", this::startUntilAnswered);
    for (int step = 0; step < 60; step++) {
      act();
    }
    faults = false;
    settle();
    check();
    return violations;
  }

  String history() {
    return history.toString();
  }

  private String subscribe(String name) {
    var email = new EmailAddress(name + "@press.example");
    var subscriber = subscribers.ofAddress(email, Language.EN, now);
    subscribers.subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", now);
    joined.putIfAbsent(subscriber.id(), now);
    return subscriber.id();
  }

  private void startUntilAnswered() {
    new MoveCampaign(campaigns, planning, outgoing, () -> now).move(campaign(), "sending");
  }

  private Campaign campaign() {
    return campaignStore.find(ID).orElseThrow();
  }

  // ---- actors ----

  private void act() {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> attempt("sender", this::send);
      case 4, 5 -> attempt("planner", this::plan);
      case 6, 7 -> attempt("events", this::hear);
      case 8 -> {
        now = now.plus(Duration.ofMinutes(1));
        attempt("tick", this::tick);
      }
      case 9 -> attempt("editor", this::edit);
      case 10 -> attempt("reader", this::read);
      default -> now = now.plus(Duration.ofSeconds(random.nextInt(90)));
    }
  }

  private void attempt(String actor, Runnable work) {
    history.append(now).append("  ".repeat(depth)).append(' ').append(actor).append('\n');
    depth++;
    try {
      work.run();
    } catch (Killed e) {
      history.append("  ".repeat(depth)).append(actor).append(" is killed\n");
    } finally {
      depth--;
    }
  }

  private void send() {
    receive(
        sends,
        message -> {
          var left = sender().deliver(message, now.plusSeconds(35));
          if (!left.isEmpty()) {
            outgoing.sendLater(message.only(left), Duration.ofSeconds(10));
          }
        });
  }

  /** Each time another process: the one before may still be at it. */
  private DeliverCampaign sender() {
    var pace =
        new RecordedPace(now) {
          @Override
          public Instant instant() {
            return now;
          }
        };
    var quota =
        new SendQuota(
            () -> new AccountQuota.Figures(50, -1, 0),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            () -> now);
    var live = new LiveCampaigns(campaigns, () -> now);
    var mail =
        new DeliverMail(
            live,
            deliveries,
            subscribers,
            (_, _, _, _) -> new byte[0],
            mailer,
            pace,
            quota,
            new Breaker(),
            () -> now);
    return new DeliverCampaign(live, deliveries, mail, pace, quota, new InTurn(), () -> now);
  }

  private void plan() {
    var planner =
        new PlanBucket(campaigns, deliveries, planning, outgoing, new InTurn(), () -> now);
    receive(plans, message -> planner.plan(message, now.plusSeconds(100)));
  }

  private <T> void receive(List<Message<T>> queue, java.util.function.Consumer<T> work) {
    if (queue.isEmpty()) {
      return;
    }
    var message = queue.remove(random.nextInt(queue.size()));
    if (faults && random.nextInt(6) == 0) {
      queue.add(new Message<>(message.body));
    }
    inFlight++;
    boolean done = false;
    try {
      work.accept(message.body);
      done = true;
    } catch (RuntimeException e) {
      history.append("  ".repeat(depth)).append("fails: ").append(e).append('\n');
    } finally {
      inFlight--;
      if (!done && ++message.receives < RECEIVES) {
        queue.add(message);
      }
    }
  }

  private void hear() {
    if (!events.isEmpty()) {
      events.remove(random.nextInt(events.size())).run();
    }
  }

  private void tick() {
    if (fault == Fault.CHECKPOINT_WITHOUT_HINTS_AND_NO_TICK) {
      return;
    }
    var quota =
        new SendQuota(
            () -> new AccountQuota.Figures(50, -1, 0),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            () -> now);
    var open = new OpenRows(campaigns, deliveries, outgoing, Duration.ofMinutes(15), () -> now);
    new Tick(campaigns, deliveries, planning, outgoing, open, quota, () -> now).run();
  }

  private void edit() {
    var move = new MoveCampaign(campaigns, planning, outgoing, () -> now);
    var campaign = campaign();
    switch (campaign.state()) {
      case "draft" -> move.move(campaign, "sending");
      case "sending" -> {
        if (random.nextInt(3) == 0) {
          move.move(campaign, random.nextInt(6) == 0 ? "cancelled" : "paused");
        }
      }
      case "paused" -> move.move(campaign, "sending");
      default -> {
        // Final.
      }
    }
  }

  private void read() {
    if (random.nextInt(3) == 0) {
      subscribe("newcomer" + random.nextInt(4));
    } else {
      var who = people.get(random.nextInt(people.size()));
      if (withdrawn.contains(who) && random.nextInt(2) == 0) {
        withdrawn.remove(who);
        subscribers.subscribe(
            subscribers.find(who).orElseThrow(), TOPIC, Language.FR, "account-page", "1", now);
      } else {
        subscribers.unsubscribe(who, TOPIC, "one-click", now);
        withdrawn.add(who);
        everWithdrawn.add(who);
      }
    }
  }

  /** Faults have stopped: an hour passes, and a person resumes what is paused. */
  private void settle() {
    for (int minute = 0; minute < 60; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      if (minute % 5 == 0 && (campaign().is("paused") || campaign().is("draft"))) {
        attempt("editor", this::edit);
      }
      tickSafely();
      for (int work = 0;
          work < 400 && !(plans.isEmpty() && sends.isEmpty() && events.isEmpty());
          work++) {
        attempt("planner", this::plan);
        attempt("sender", this::send);
        attempt("events", this::hear);
      }
    }
  }

  private void tickSafely() {
    attempt("tick", this::tick);
  }

  // ---- what must hold ----

  private void check() {
    accepted.forEach(
        (who, times) -> {
          if (times > 1) {
            violations.add(who + " got " + times);
          }
        });
    var state = campaign().state();
    if (!Set.of("sent", "cancelled").contains(state)) {
      violations.add("the campaign is " + state + " " + campaign().pausedReason());
    }
    int parked = 0;
    for (var who : people) {
      var rows = deliveryStore.read(ID, List.of(who));
      int got = accepted.getOrDefault(who, 0);
      if (rows.isEmpty()) {
        boolean excused = !state.equals("sent") || everWithdrawn.contains(who);
        if (!excused) {
          violations.add(who + " has no row");
        }
        continue;
      }
      var row = rows.getFirst().state();
      boolean fits =
          switch (row) {
            case SENT -> got == 1;
            case SKIPPED, FAILED -> got == 0;
            case PARKED -> got <= 1;
            case PENDING, CLAIMED -> false;
          };
      if (!fits) {
        violations.add(who + " is " + row + " with " + got);
      }
      if (row == DeliveryState.PARKED) {
        parked++;
      }
      if (row == DeliveryState.SKIPPED && state.equals("sent") && !everWithdrawn.contains(who)) {
        violations.add(who + " is SKIPPED and never left");
      }
    }
    if (parked > unknowns) {
      violations.add(parked + " parked of " + unknowns + " unknown");
    }
    var startedAt = campaign().startedAt().orElse(START);
    accepted.keySet().stream()
        .filter(it -> joined.get(it).isAfter(startedAt))
        .forEach(it -> violations.add(it + " was not subscribed at the start"));
  }

  // ---- the world ----

  private final class Queues implements Outgoing {
    @Override
    public void mail(SenderMessage.OfOneMail message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void plan(BucketToPlan message) {
      plans.add(new Message<>(message));
    }

    @Override
    public boolean plansIdle() {
      return fault != Fault.NOBODY_PLANS_AGAIN && plans.isEmpty() && inFlight == 0;
    }

    @Override
    public void send(List<BatchToSend> messages) {
      messages.forEach(it -> sends.add(new Message<>(it)));
    }

    @Override
    public boolean sendsIdle() {
      return sends.isEmpty() && inFlight == 0;
    }

    @Override
    public void sendLater(BatchToSend message, Duration delay) {
      sends.add(new Message<>(message));
    }
  }

  private final class Ses implements Mailer {
    @Override
    public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
      before("SES");
      int fate = faults ? random.nextInt(14) : 99;
      if (fate == 0) {
        return new Outcome.NeverSent("refused");
      }
      if (fate == 1 || fate == 4) {
        return new Outcome.Throttled();
      }
      if (fate == 2) {
        unknowns++;
        return unknown(to, mail, tags);
      }
      accept(tags);
      if (fate == 3) {
        unknowns++;
        return unknown(to, mail, tags);
      }
      after("SES");
      return new Outcome.Accepted("m" + mails);
    }

    private Outcome unknown(EmailAddress to, byte[] mail, Map<String, String> tags) {
      if (fault == Fault.UNKNOWN_IS_SENT_AGAIN) {
        return send(to, mail, tags);
      }
      return fault == Fault.UNKNOWN_IS_TAKEN_FOR_NEVER_SENT
          ? new Outcome.NeverSent("guessed")
          : new Outcome.Unknown("timeout");
    }

    private void accept(Map<String, String> tags) {
      mails++;
      var who = tags.get("recipient");
      accepted.merge(who, 1, Integer::sum);
      history.append("  ".repeat(depth)).append("SES has ").append(who).append('\n');
      var messageId = "m" + mails;
      int times = faults ? random.nextInt(4) : 1;
      for (int event = 0; event < times; event++) {
        events.add(() -> deliveries.sentByEvent(new DeliveryId(ID, who), messageId));
      }
    }
  }

  private <T> T fated(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(target, method, arguments)));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    before(method.getName());
    var result = invoke(target, method, arguments);
    if (faults && random.nextInt(8) == 0) {
      history.append("  ".repeat(depth)).append(method.getName()).append(" is repeated\n");
      if (depth <= DEEPEST && random.nextInt(2) == 0) {
        attempt("sender", this::send);
      }
      if (!WITH_TOKEN.contains(method.getName())) {
        result = invoke(target, method, arguments);
      }
    }
    after(method.getName());
    return result;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void before(String what) {
    if (!faults) {
      return;
    }
    now = now.plusMillis(random.nextInt(30));
    if (random.nextInt(200) == 0) {
      // A frozen process.
      now = now.plus(Duration.ofMinutes(20));
      unknowns++;
    }
    interleave();
    die(what + ", before");
  }

  private void after(String what) {
    if (faults) {
      die(what + ", after");
    }
  }

  private void die(String where) {
    if (random.nextInt(60) == 0) {
      history.append("  ".repeat(depth)).append(where).append('\n');
      unknowns++;
      throw new Killed();
    }
  }

  private void interleave() {
    if (depth <= DEEPEST && random.nextInt(8) == 0) {
      act();
    }
  }

  // ---- faults that are switched on ----

  private final class MutatedPlanning extends ForwardedPlanning {
    MutatedPlanning() {
      super(planningStore);
    }

    @Override
    public List<Segment> segments(String campaignId) {
      var segments = super.segments(campaignId);
      return fault == Fault.ROWS_BEFORE_CHECKPOINTS
          ? segments.stream().map(it -> it.planned(rows(it.bucket()))).toList()
          : segments;
    }

    private long rows(String bucket) {
      return deliveryStore.counts(ID, bucket).values().stream().mapToLong(it -> it).sum();
    }

    @Override
    public Page audience(
        String topic, String bucket, java.util.Optional<String> after, int limit, Instant until) {
      return super.audience(
          topic, bucket, after, limit, fault == Fault.CUT_OFF_AT_THE_PLANNERS_MOMENT ? now : until);
    }
  }

  private final class MutatedDeliveries extends ForwardedDeliveries {
    private final Map<String, String> lastClaims = new HashMap<>();

    MutatedDeliveries() {
      super(deliveryStore);
    }

    @Override
    public ClaimAnswer claim(
        DeliveryId id, String topic, EmailAddress email, String claim, Instant at) {
      if (fault == Fault.CLAIM_WITHOUT_CONDITION) {
        deliveryStore.claim(id, topic, email, claim, at);
        return ClaimAnswer.HELD;
      }
      if (fault == Fault.CLAIM_IN_TWO_STEPS) {
        var seen = deliveryStore.read(ID, List.of(id.subscriberId()));
        interleave();
        deliveryStore.claim(id, topic, email, claim, at);
        return !seen.isEmpty() && seen.getFirst().state() == DeliveryState.PENDING
            ? ClaimAnswer.HELD
            : ClaimAnswer.TAKEN;
      }
      var answer = super.claim(id, topic, email, claim, at);
      if (fault == Fault.CLAIM_THAT_DOES_NOT_LOOK_AT_THE_RECIPIENT
          && answer == ClaimAnswer.UNSUBSCRIBED) {
        answer = ClaimAnswer.HELD;
      }
      if (answer == ClaimAnswer.HELD) {
        lastClaims.put(id.subscriberId(), claim);
        if (withdrawn.contains(id.subscriberId())) {
          violations.add(id.subscriberId() + " is claimed after they left");
        }
      }
      return answer;
    }

    @Override
    public void release(DeliveryId id, String claim, String reason) {
      super.release(
          id,
          fault == Fault.RELEASE_OF_ANY_CLAIM
              ? lastClaims.getOrDefault(id.subscriberId(), claim)
              : claim,
          reason);
    }

    @Override
    public boolean park(DeliveryId id, String claim) {
      return fault != Fault.CLAIMS_ARE_NEVER_PARKED && super.park(id, claim);
    }
  }
}
