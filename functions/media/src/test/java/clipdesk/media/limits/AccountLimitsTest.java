package clipdesk.media.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.TickingClock;
import clipdesk.common.problem.ProblemException;
import clipdesk.media.SampleConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AccountLimitsTest {
  private final TickingClock clock = new TickingClock("2026-02-12T23:59:30.500Z");
  private final AccountLimits limits = SampleLimits.of(SampleConfig.CONFIG, clock);

  @Test
  void theThirtyFirstRequestOfAMinuteWaitsForTheNextMinute() {
    for (int i = 0; i < 30; i++) {
      limits.countClipRequest("ann");
    }
    var refusal = refusal(() -> limits.countClipRequest("ann"));
    assertThat(refusal.type().code()).isEqualTo("too-many-requests");
    assertThat(refusal.headers()).containsEntry("Retry-After", "30");
    assertThat(refusal.members()).containsEntry("reason", "busy");

    clock.pass(Duration.ofMillis(29_500));
    assertThatCode(() -> limits.countClipRequest("ann")).doesNotThrowAnyException();
  }

  @Test
  void accountsDoNotCountForEachOther() {
    limits.countNewClips("ann", 5);
    assertThatCode(() -> limits.countNewClips("bob", 5)).doesNotThrowAnyException();
  }

  @Test
  void newClipsThatDoNotAllFitAreNotCountedAtAll() {
    limits.countNewClips("ann", 3);
    var refusal = refusal(() -> limits.countNewClips("ann", 3));
    assertThat(refusal.members())
        .containsEntry("quota", "clips-per-day")
        .containsEntry("limit", 5L)
        .containsEntry("used", 3L)
        .containsEntry("resetsAt", "2026-02-13T00:00:00.000Z");
    assertThatCode(() -> limits.countNewClips("ann", 2)).doesNotThrowAnyException();
  }

  @Test
  void theDayEndsAtMidnightOfUtc() {
    limits.countBytes("ann", 6_000_000_000L);
    assertThat(refusal(() -> limits.countBytes("ann", 1)).headers())
        .containsEntry("Retry-After", "30");
    clock.pass(Duration.ofMillis(29_500));
    assertThatCode(() -> limits.countBytes("ann", 1)).doesNotThrowAnyException();
  }

  private static ProblemException refusal(Runnable act) {
    return catchThrowableOfType(ProblemException.class, act::run);
  }
}
