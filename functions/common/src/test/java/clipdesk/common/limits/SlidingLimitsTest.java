package clipdesk.common.limits;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.limits.SlidingLimits.Allowance;
import clipdesk.common.limits.SlidingLimits.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlidingLimitsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");
  private static final SlidingLimits LIMITS =
      SlidingLimits.of(
          new Allowance("cool-down", 1, Duration.ofSeconds(60)),
          new Allowance("hourly", 5, Duration.ofHours(1)),
          new Allowance("daily", 10, Duration.ofDays(1)));

  @Test
  void secondTimeMayComeAfterSixtySecondsAndNotBefore() {
    assertThat(LIMITS.refusal(List.of(), NOW)).isEmpty();
    assertThat(LIMITS.refusal(List.of(NOW), NOW.plusSeconds(59)))
        .contains(new Refusal("cool-down", Duration.ofSeconds(1)));
    assertThat(LIMITS.refusal(List.of(NOW), NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void sixthTimeInAnHourIsRefused() {
    var times = every(Duration.ofMinutes(5), 5);
    var now = NOW.plus(Duration.ofMinutes(25));

    assertThat(LIMITS.refusal(every(Duration.ofMinutes(5), 4), now)).isEmpty();
    assertThat(LIMITS.refusal(times, now)).contains(new Refusal("hourly", Duration.ofMinutes(35)));
    assertThat(LIMITS.refusal(times, NOW.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void eleventhTimeInADayIsRefused() {
    var now = NOW.plus(Duration.ofHours(20));

    assertThat(LIMITS.refusal(every(Duration.ofHours(2), 9), now)).isEmpty();
    assertThat(LIMITS.refusal(every(Duration.ofHours(2), 10), now))
        .contains(new Refusal("daily", Duration.ofHours(4)));
  }

  @Test
  void whatIsOlderThanTheLongestWindowIsForgotten() {
    var tomorrow = NOW.plus(Duration.ofDays(1));

    assertThat(LIMITS.with(List.of(NOW), tomorrow)).containsExactly(tomorrow);
    assertThat(LIMITS.with(List.of(NOW), tomorrow.minusSeconds(1))).hasSize(2);
  }

  private static List<Instant> every(Duration step, int count) {
    List<Instant> times = List.of();
    for (int i = 0; i < count; i++) {
      times = LIMITS.with(times, NOW.plus(step.multipliedBy(i)));
    }
    return times;
  }
}
