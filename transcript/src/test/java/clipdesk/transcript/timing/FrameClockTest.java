package clipdesk.transcript.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameClockTest {
  @ParameterizedTest
  @CsvSource({"24000,1001", "24,1", "25,1", "30000,1001", "50,1", "60000,1001", "120,1"})
  void millisecondsOfAFrameLeadBackToIt(long num, long den) {
    var clock = new FrameClock(num, den, 3 * 3_600 * num / den);

    for (long frame = 0; frame < clock.frames(); frame += 7) {
      assertThat(clock.shownAt(clock.ms(frame))).isEqualTo(frame);
      assertThat(clock.notBefore(clock.ms(frame))).isEqualTo(frame);
    }
  }

  @Test
  void noFrameLiesPastTheEnd() {
    var clock = new FrameClock(25, 1, 100);

    assertThat(clock.shownAt(3_960)).isEqualTo(99);
    assertThat(clock.notBefore(4_000)).isEqualTo(100);
    assertThat(clock.notBefore(9_000)).isEqualTo(100);
    assertThat(clock.notBefore(0)).isZero();
  }

  @Test
  void rateThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new FrameClock(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameClock(25, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
