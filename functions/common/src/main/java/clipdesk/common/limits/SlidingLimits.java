package clipdesk.common.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How often something may happen, in any stretch of time of some lengths. */
public record SlidingLimits(List<Allowance> allowances) {
  public SlidingLimits {
    allowances = List.copyOf(allowances);
  }

  public static SlidingLimits of(Allowance... allowances) {
    return new SlidingLimits(List.of(allowances));
  }

  /**
   * So often in any window of this length.
   *
   * @param reason what a refusal by it is called
   */
  public record Allowance(String reason, int count, Duration window) {}

  /**
   * Why it may not happen now.
   *
   * @param delay until it may
   */
  public record Refusal(String reason, Duration delay) {}

  /**
   * Why it may not happen once more, by the first allowance that is used up.
   *
   * @param times when it happened, oldest first
   */
  public Optional<Refusal> refusal(List<Instant> times, Instant now) {
    return allowances.stream().flatMap(it -> over(it, times, now).stream()).findFirst();
  }

  /** With one time more; what no allowance looks at any more is forgotten. */
  public List<Instant> with(List<Instant> times, Instant now) {
    var kept = new ArrayList<>(within(times, now, longest()));
    kept.add(now);
    return List.copyOf(kept);
  }

  /** How long a time matters. */
  public Duration longest() {
    return allowances.stream().map(Allowance::window).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The refusal of whoever comes with too many others at once. */
  public Refusal crowded() {
    return new Refusal(allowances.getFirst().reason(), allowances.getFirst().window());
  }

  private static Optional<Refusal> over(Allowance allowance, List<Instant> times, Instant now) {
    var recent = within(times, now, allowance.window());
    if (recent.size() < allowance.count()) {
      return Optional.empty();
    }
    var free = recent.get(recent.size() - allowance.count()).plus(allowance.window());
    return Optional.of(new Refusal(allowance.reason(), Duration.between(now, free)));
  }

  private static List<Instant> within(List<Instant> times, Instant now, Duration window) {
    return times.stream().filter(time -> time.isAfter(now.minus(window))).toList();
  }
}
