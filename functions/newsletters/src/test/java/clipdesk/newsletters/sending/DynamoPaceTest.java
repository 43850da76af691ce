package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is asked of the bucket's one item, without a table. */
final class DynamoPaceTest {
  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final DynamoPace pace = new PaceTable(() -> {}).pace(() -> 1, clock);

  private Instant take(int slots) {
    return pace.ask(slots, clock.instant().plusSeconds(3_600), Pace.HOWEVER_FAR).at();
  }

  @Test
  void slotThatWouldComeTooLateIsLeftToOthers() {
    var second = take(1).plus(pace.slot());

    assertThat(pace.reserveBy(second.minusNanos(1_000))).isEmpty();
    assertThat(pace.reserveBy(second)).contains(second);
  }

  @Test
  void slotOfAnIdleBucketIsNowAndNoneIfThatIsTooLate() {
    take(1);
    clock.pass(Duration.ofHours(1));

    assertThat(pace.reserveBy(clock.instant().minusNanos(1_000))).isEmpty();
    assertThat(pace.reserveBy(clock.instant())).contains(clock.instant());
  }

  @Test
  void campaignTakesNoneThatBeginsFartherAheadThanASecondAndSaysWhenItWould() {
    var begun = clock.instant();
    take(2);
    var third = begun.plus(pace.slot().multipliedBy(2));

    assertThat(pace.ask(5, third, Pace.AHEAD)).isEqualTo(new Pace.Turn(third, false));
    clock.pass(Duration.between(begun, third.minus(Pace.AHEAD)).minusNanos(1_000));
    assertThat(pace.ask(5, third, Pace.AHEAD)).isEqualTo(new Pace.Turn(third, false));
    clock.pass(Duration.ofNanos(1_000));
    assertThat(pace.ask(5, third, Pace.AHEAD)).isEqualTo(new Pace.Turn(third, true));
  }

  @Test
  void singleMailTakesTheSlotThatACampaignIsNotNearEnoughFor() {
    var begun = clock.instant();
    take(2);
    var third = begun.plus(pace.slot().multipliedBy(2));
    assertThat(pace.ask(5, third, Pace.AHEAD).reserved()).isFalse();

    assertThat(pace.reserveBy(third)).contains(third);
  }

  @Test
  void campaignThatWouldBeTooLateWaitsForNothing() {
    take(40);

    assertThat(pace.reserve(1, clock.instant().plusSeconds(30))).isEmpty();
  }
}
