package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A minute's mails at one rate: the senders of production with their bucket, of which only the
 * table, SES and the clock are simulated.
 */
final class RateKept {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PER_SENDER = 12;
  private static final int SINGLES = 12;
  private static final EmailAddress ANYBODY = new EmailAddress("zoe@press.example");

  private final int rate;
  private final int senders;
  private final VirtualTime time = new VirtualTime();
  private final SplittableRandom random = new SplittableRandom(1);
  private final PortsInMemory ports = StartedCampaign.ports();
  private final PaceTable paceTable = new PaceTable(this::waitForTable);
  private final ArrayDeque<BatchToSend> messages = new ArrayDeque<>();
  private final ArrayDeque<Instant> lastSecond = new ArrayDeque<>();
  private final List<Instant> taken = new ArrayList<>();
  private final InMemorySetbacks setbacks = new InMemorySetbacks();
  private Optional<Duration> lostAfter = Optional.empty();
  private int throttled;
  private int singles;
  private Duration longestOfSingles = Duration.ZERO;

  private RateKept(int rate, int senders) {
    this.rate = rate;
    this.senders = senders;
  }

  static RateKept of(int rate) {
    // One more than docs/operations.md says for a rate.
    var kept = new RateKept(rate, 1 + (rate + PER_SENDER - 1) / PER_SENDER);
    kept.run();
    return kept;
  }

  /** So many senders, and now and then somebody who confirms an address. */
  static RateKept withSingleMails(int rate, int senders) {
    var kept = new RateKept(rate, senders);
    kept.time.start(kept::mailSingly);
    kept.run();
    return kept;
  }

  /** The same senders, and an SES that is gone: each call waits so long for nothing. */
  static RateKept inAnOutage(int rate, int senders, Duration lostAfter) {
    var kept = new RateKept(rate, senders);
    kept.lostAfter = Optional.of(lostAfter);
    kept.run();
    return kept;
  }

  private void run() {
    subscribe((int) (rate * MINUTE.toSeconds()));
    for (int sender = 0; sender < senders; sender++) {
      var deliver = sender();
      time.start(() -> work(deliver));
    }
    time.run();
  }

  private void subscribe(int people) {
    var byBucket = new HashMap<String, List<String>>();
    for (int made = 0; made < people; made++) {
      var who = StartedCampaign.reader(ports, made);
      var id = new DeliveryId(SimulatedWorld.ID, who);
      ports.deliveries().plan(id, Fate.START);
      byBucket.computeIfAbsent(id.bucket(), _ -> new ArrayList<>()).add(who);
    }
    byBucket.forEach(
        (bucket, whose) -> {
          for (int from = 0; from < whose.size(); from += PlanBucket.RECIPIENTS_PER_MESSAGE) {
            int to = Math.min(whose.size(), from + PlanBucket.RECIPIENTS_PER_MESSAGE);
            messages.add(
                new BatchToSend(SimulatedWorld.ID, bucket, List.copyOf(whose.subList(from, to))));
          }
        });
  }

  /** In simulated time, like all that waits here. */
  private void waitForTable() {
    time.sleep(Duration.ofMillis(4 + random.nextInt(9)));
  }

  private <T> T slow(Class<T> port, T inner) {
    return SlowPort.of(port, inner, _ -> waitForTable());
  }

  private Pace pace() {
    var quota = StartedCampaign.quota(rate, time);
    return new PaceOfTime(paceTable.pace(quota::mailsPerSecond, time), time);
  }

  private DeliverCampaign sender() {
    var deliveries = slow(Deliveries.class, ports.deliveries());
    // At once: it is read under a lock, in which nobody may wait for simulated time.
    var live = new LiveCampaigns(ports.campaigns(), time);
    var quota = StartedCampaign.quota(rate, time);
    var pace = pace();
    var mail =
        new DeliverMail(
            live,
            deliveries,
            new TakeWord(deliveries, ports.counts()),
            slow(Subscribers.class, ports.subscribers()),
            (_, _, _, _) -> new byte[0],
            this::ses,
            pace,
            quota,
            new Breaker(setbacks),
            time);
    return new DeliverCampaign(live, deliveries, mail, ports.counts(), pace, quota, time);
  }

  private void work(DeliverCampaign deliver) {
    while (!messages.isEmpty()) {
      var message = messages.poll();
      var left = deliver.deliver(message, time.instant().plusSeconds(25));
      if (!left.isEmpty()) {
        messages.add(message.only(left));
      }
    }
  }

  private void mailSingly() {
    var pace = pace();
    for (int mailed = 0; mailed < SINGLES; mailed++) {
      time.sleep(Duration.ofMillis(2_000 + random.nextInt(3_000)));
      var asked = time.instant();
      var slot = pace.reserveBy(asked.plus(MINUTE)).orElseThrow();
      pace.await(slot);
      var waited = Duration.between(asked, slot);
      longestOfSingles = waited.compareTo(longestOfSingles) > 0 ? waited : longestOfSingles;
      ses(ANYBODY, new byte[0], Map.of());
      singles++;
    }
  }

  private Mailer.Outcome ses(EmailAddress to, byte[] mail, Map<String, String> tags) {
    var now = time.instant();
    if (lostAfter.isPresent()) {
      time.sleep(lostAfter.get());
      return new Mailer.Outcome.Unknown("no-answer");
    }
    while (!lastSecond.isEmpty() && !lastSecond.peek().isAfter(now.minusSeconds(1))) {
      lastSecond.poll();
    }
    boolean tooFast = lastSecond.size() >= rate;
    if (!tooFast) {
      lastSecond.add(now);
      taken.add(now);
    }
    time.sleep(Duration.ofMillis(80 + random.nextInt(221)));
    if (tooFast) {
      throttled++;
      return new Mailer.Outcome.Throttled();
    }
    return new Mailer.Outcome.Accepted("m" + taken.size());
  }

  /** The part of the rate that there was from the first mail to the last. */
  double kept() {
    var last = taken.stream().max(Instant::compareTo).orElseThrow();
    var first = taken.stream().min(Instant::compareTo).orElseThrow();
    return (taken.size() - 1) * 1e9 / Duration.between(first, last).toNanos() / rate;
  }

  /** How long somebody waited for the slot of a confirmation. */
  Duration longestOfSingles() {
    return longestOfSingles;
  }

  /** Answers of SES that it was too much. */
  int throttled() {
    return throttled;
  }

  int senders() {
    return senders;
  }

  /** Whether everybody's mail was taken, and their row says so. */
  long inDoubt() {
    return ports.deliveries().counts(SimulatedWorld.ID).getOrDefault(DeliveryState.CLAIMED, 0L);
  }

  Optional<String> paused() {
    return ports.campaigns().find(SimulatedWorld.ID).orElseThrow().pausedReason();
  }

  boolean everybodySent() {
    long sent = ports.deliveries().counts(SimulatedWorld.ID).getOrDefault(DeliveryState.SENT, 0L);
    return sent == rate * MINUTE.toSeconds() && taken.size() == sent + singles;
  }
}
