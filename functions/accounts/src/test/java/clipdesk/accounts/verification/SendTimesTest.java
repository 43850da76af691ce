package clipdesk.accounts.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SendTimesTest {
  private static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");

  @Test
  void secondMailMayGoAfterSixtySecondsAndNotBefore() {
    var times = new SendTimes(List.of(NOW));

    assertThat(times.refusal(NOW.plusSeconds(59)))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo("cool-down");
              assertThat(refusal.delay()).isEqualTo(Duration.ofSeconds(1));
            });
    assertThat(times.refusal(NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void sixthMailInAnHourIsRefused() {
    var times = every(Duration.ofMinutes(5), 5);
    var now = NOW.plus(Duration.ofMinutes(25));

    assertThat(every(Duration.ofMinutes(5), 4).refusal(now)).isEmpty();
    assertThat(times.refusal(now))
        .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo("hourly"));
    assertThat(times.refusal(NOW.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void eleventhMailInADayIsRefused() {
    var times = every(Duration.ofHours(2), 10);
    var now = NOW.plus(Duration.ofHours(20));

    assertThat(every(Duration.ofHours(2), 9).refusal(now)).isEmpty();
    assertThat(times.refusal(now))
        .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo("daily"));
  }

  @Test
  void whatIsOlderThanADayIsForgotten() {
    var times = new SendTimes(List.of(NOW)).with(NOW.plus(Duration.ofDays(1)));

    assertThat(times.sends()).containsExactly(NOW.plus(Duration.ofDays(1)));
  }

  private static SendTimes every(Duration step, int count) {
    var times = new SendTimes(List.of());
    for (int i = 0; i < count; i++) {
      times = times.with(NOW.plus(step.multipliedBy(i)));
    }
    return times;
  }
}
