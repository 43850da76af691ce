package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is asked of the bucket's one item, without a table. */
final class DynamoPaceTest {
  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final DynamoPace pace = new PaceTable(() -> {}).pace(() -> 1, clock);

  @Test
  void slotThatWouldComeTooLateIsLeftToOthers() {
    var second = pace.reserve(1).plus(pace.slot());

    assertThat(pace.reserveBy(second.minusNanos(1_000))).isEmpty();
    assertThat(pace.reserveBy(second)).contains(second);
  }

  @Test
  void slotOfAnIdleBucketIsNowAndNoneIfThatIsTooLate() {
    pace.reserve(1);
    clock.pass(Duration.ofHours(1));

    assertThat(pace.reserveBy(clock.instant().minusNanos(1_000))).isEmpty();
    assertThat(pace.reserveBy(clock.instant())).contains(clock.instant());
  }
}
