package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.deliveries.Word.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows by what became of them; of one row what it adds.
 *
 * @param counts by name; {@code failed#} and {@code skipped#} go on with the reason
 */
public record Tally(Map<String, Long> counts) {
  static final String SENT = "sent";
  static final String FAILED = "failed#";
  static final String SKIPPED = "skipped#";

  /** SES said that it took it. */
  static final String TAKEN = "taken";

  /** Of these, how many have an event of SES. */
  static final String HEARD = "heard";

  private static final String PERMANENT = "bouncedPermanent";
  private static final String COMPLAINED = "complained";
  private static final String DELIVERED = "delivered";
  private static final String TRANSIENT = "bouncedTransient";
  private static final String LEFT = "left";
  private static final Map<Kind, String> MARKS =
      Map.of(
          Kind.DELIVERY, DELIVERED,
          Kind.PERMANENT_BOUNCE, PERMANENT,
          Kind.TRANSIENT_BOUNCE, TRANSIENT,
          Kind.COMPLAINT, COMPLAINED,
          Kind.LEFT, LEFT);

  public Tally {
    counts = Map.copyOf(counts);
  }

  static Tally of(Delivery row) {
    var counts = new TreeMap<String, Long>();
    var known = row.known();
    var reason = known.reason().orElse("unknown");
    switch (row.state()) {
      case SENT -> counts.put(SENT, 1L);
      case FAILED -> counts.put(FAILED + reason, 1L);
      case SKIPPED -> counts.put(SKIPPED + reason, 1L);
      case PENDING, CLAIMED, PARKED -> {
        return new Tally(counts);
      }
    }
    if (row.is(DeliveryState.SENT) && known.byAnswer()) {
      counts.put(TAKEN, 1L);
      if (known.heardOfTaking()) {
        counts.put(HEARD, 1L);
      }
    }
    MARKS.forEach((kind, name) -> mark(counts, known, kind, name));
    return new Tally(counts);
  }

  private static void mark(Map<String, Long> counts, Known known, Kind kind, String name) {
    if (known.heard(kind)) {
      counts.put(name, 1L);
    }
  }

  public static Tally none() {
    return new Tally(Map.of());
  }

  public Tally plus(Tally other) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((name, many) -> sum.merge(name, many, Long::sum));
    return new Tally(sum);
  }

  /** Without what is as before. */
  public Tally minus(Tally other) {
    var difference = new TreeMap<>(counts);
    other.counts.forEach((name, many) -> difference.merge(name, -many, Long::sum));
    difference.values().removeIf(it -> it == 0);
    return new Tally(difference);
  }

  /** What it says of mails that SES took by its answer. */
  Tally ofNeighbours() {
    var counts = new TreeMap<>(this.counts);
    counts.keySet().retainAll(Set.of(TAKEN, HEARD));
    return new Tally(counts);
  }

  public long sent() {
    return named(SENT);
  }

  public Map<String, Long> failed() {
    return reasons(FAILED);
  }

  public Map<String, Long> skipped() {
    return reasons(SKIPPED);
  }

  /** All that are closed. */
  public long closed() {
    return sent() + sum(failed()) + sum(skipped());
  }

  private static long sum(Map<String, Long> reasons) {
    return reasons.values().stream().mapToLong(it -> it).sum();
  }

  private Map<String, Long> reasons(String prefix) {
    var reasons = new TreeMap<String, Long>();
    counts.forEach(
        (name, many) -> {
          if (name.startsWith(prefix) && many != 0) {
            reasons.put(name.substring(prefix.length()), many);
          }
        });
    return reasons;
  }

  /** Of addresses that do not exist, or want no mail. */
  public long bouncedPermanent() {
    return named(PERMANENT);
  }

  public long complained() {
    return named(COMPLAINED);
  }

  public long delivered() {
    return named(DELIVERED);
  }

  public long bouncedTransient() {
    return named(TRANSIENT);
  }

  /** Who unsubscribed by the link of this very mail. */
  public long left() {
    return named(LEFT);
  }

  public long taken() {
    return named(TAKEN);
  }

  public long heard() {
    return named(HEARD);
  }

  private long named(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
