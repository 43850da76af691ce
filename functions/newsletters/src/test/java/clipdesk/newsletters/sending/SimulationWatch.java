package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Decision;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Evidence.Recommendation;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What must hold at each step, looked at where it is done. */
final class SimulationWatch {
  private static final Duration PAUSE_BITES = Duration.ofSeconds(1);
  private static final Duration LONG_UNDER_WAY = Duration.ofSeconds(15);

  /** What is decided just in time is done before its function ends. */
  private static final Duration DECIDED_IN_TIME = Duration.ofMinutes(3);

  private final PortsInMemory ports;
  private final Fate fate;
  private final Consumer<String> violated;
  private final Map<String, Instant> claims = new HashMap<>();
  private final Map<String, Instant> stopped = new HashMap<>();
  private final Set<String> unwritable;
  private final Map<String, Start> starts = new HashMap<>();
  private int lostAnswers;
  private boolean sesRefusedSender;
  private boolean quota;

  /**
   * What was so at the moment of a start.
   *
   * @param audience who had the topic on
   * @param meant for whom the campaign is, if they had
   */
  record Start(Set<String> audience, Set<String> meant) {}

  SimulationWatch(
      PortsInMemory ports, Fate fate, Consumer<String> violated, Set<String> unwritable) {
    this.unwritable = unwritable;
    this.ports = ports;
    this.fate = fate;
    this.violated = violated;
  }

  /** I3: nobody is claimed whose withdrawal, suppression, erasure or new address was answered. */
  void ledger(String call, Object[] arguments, Object result) {
    if (Set.of("accepted", "release", "fail").contains(call) && !Boolean.FALSE.equals(result)) {
      fate.holds("");
    }
    if (!call.equals("claim") || result != ClaimAnswer.HELD) {
      return;
    }
    fate.holds((String) arguments[3]);
    if (fate.now().isAfter(((Instant) arguments[4]).plus(LONG_UNDER_WAY))) {
      // Too old to be sent when its answer comes.
      fate.inDoubt();
    }
    claims.putIfAbsent((String) arguments[3], fate.now());
    var who = ((DeliveryId) arguments[0]).subscriberId();
    var topic = (String) arguments[1];
    var email = (EmailAddress) arguments[2];
    boolean theirs =
        ports
            .subscribers()
            .find(who)
            .filter(it -> it.id().equals(who) && it.status().equals("active"))
            .flatMap(Subscriber::email)
            .filter(email::equals)
            .isPresent();
    if (unwritable.contains(who)) {
      violated.accept("I2: " + who + " is claimed, and no mail can be made");
    }
    if (!theirs || !ports.subscribers().topicsOf(who).contains(topic)) {
      violated.accept("I3: " + who + " is claimed after they left or moved");
    }
  }

  /**
   * I8: no pause without its reason; I3: from when on nobody is to be claimed; I12: one start, of
   * what is scheduled at its time.
   */
  void campaign(String call, Object[] arguments, Object result) {
    if (!Boolean.TRUE.equals(result)) {
      return;
    }
    switch (call) {
      case "start" -> started((Campaign) arguments[0], (Instant) arguments[3]);
      case "cancel" -> stopped.put(((Campaign) arguments[0]).id(), fate.now());
      case "move" -> moved((Campaign) arguments[0], (String) arguments[1], (String) arguments[2]);
      default -> {
        // Changes no state.
      }
    }
  }

  /** Of a campaign; nobody had the topic on before it is started. */
  Start start(String campaignId) {
    return starts.getOrDefault(campaignId, new Start(Set.of(), Set.of()));
  }

  private void started(Campaign from, Instant startedAt) {
    stopped.remove(from.id());
    var audience = Set.copyOf(ports.subscribers().members(SimulatedWorld.TOPIC).keySet());
    var meant = from.passedOver().map(it -> SimulationChecks.passedOver(ports, it));
    if (starts.put(from.id(), new Start(audience, meant.orElse(audience))) != null) {
      violated.accept("I12: the campaign is started again");
    }
    if (startedAt.isAfter(fate.now())) {
      violated.accept("I12: the audience of " + startedAt + " is not known yet");
    }
    if (from.is("scheduled") && fate.now().isBefore(from.sendAt().orElseThrow())) {
      violated.accept("I12: the campaign is started before " + from.sendAt());
    }
    if (from.is("scheduled") && isLate(from, fate.now().minus(DECIDED_IN_TIME))) {
      violated.accept("I12: the campaign is started by itself hours after " + from.sendAt());
    }
  }

  private static boolean isLate(Campaign scheduled, Instant now) {
    return now.isAfter(scheduled.sendAt().orElseThrow().plus(StartScheduled.LATEST));
  }

  private void moved(Campaign from, String to, String reason) {
    if (to.equals("paused")) {
      stopped.put(from.id(), fate.now());
    } else {
      stopped.remove(from.id());
    }
    boolean untrue =
        switch (reason) {
          case "accounting", "reputation", "topic-retired" -> true;
          case "late" -> !isLate(from, fate.now());
          case "sender-config" -> !sesRefusedSender;
          case "daily-quota" -> !quota;
          case "ses-unreachable" -> lostAnswers < Breaker.UNKNOWN_IN_A_ROW;
          default -> false;
        };
    if (untrue) {
      violated.accept("I8: paused without reason: " + reason);
    }
  }

  /** I7: whoever is about to be mailed has a slot. */
  void mails(SimulatedPace pace) {
    if (!pace.takesItsSlot()) {
      violated.accept("I7: somebody is mailed without a slot of their own that is not over");
    }
  }

  /** I3, I7: whoever is about to claim has a slot, and looked at the campaign a second ago. */
  void claims(String campaignId, SimulatedPace pace) {
    mails(pace);
    var since = Optional.ofNullable(stopped.get(campaignId));
    if (since.filter(it -> fate.now().isAfter(it.plus(PAUSE_BITES))).isPresent()) {
      violated.accept("I3: somebody is claimed after the campaign was stopped");
    }
  }

  /** I1: a claim that was lost long ago is not sent. */
  void asks(Map<String, String> tags) {
    var claimed = Optional.ofNullable(tags.get("claim")).map(claims::get);
    if (claimed.filter(it -> fate.now().isAfter(it.plus(DeliverMail.CLAIM_LIFE))).isPresent()) {
      violated.accept("I1: " + tags.get("recipient") + " is sent by a claim of " + claimed.get());
    }
  }

  void answered(Mailer.Outcome outcome) {
    sesRefusedSender |= outcome instanceof Mailer.Outcome.SenderRefused;
    quota |= outcome instanceof Mailer.Outcome.OverQuota;
    lostAnswers += outcome instanceof Mailer.Outcome.Unknown ? 1 : 0;
  }

  void figures(AccountQuota.Figures figures) {
    quota |= figures.mailsPerDay() >= 0 && figures.mailsLastDay() >= figures.mailsPerDay();
  }

  /** I6: nothing is sent again by itself for which too little speaks. */
  void changes(String call, Object[] arguments, Object result) {
    if (!call.equals("replace") || !Boolean.TRUE.equals(result)) {
      return;
    }
    var seen = (Delivery) arguments[0];
    var then = (Delivery) arguments[1];
    if (!seen.is(DeliveryState.PARKED) || !then.is(DeliveryState.PENDING)) {
      return;
    }
    var decision = then.known().decision().orElseThrow();
    var claimedAt = seen.claim().orElseThrow().at();
    var evidence = ports.counts().evidence(seen.id().campaignId(), claimedAt);
    if (decision.by().equals(Decision.BY_EVIDENCE)
        && evidence.recommend(claimedAt, fate.now()) != Recommendation.RESEND) {
      violated.accept("I6: " + seen.id().subscriberId() + " is sent again without evidence");
    }
  }
}
