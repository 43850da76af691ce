package clipdesk.cutter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.mp4.Timecode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameClockTest {
  private static final long FRAMES = 1000;

  @ParameterizedTest
  @CsvSource({"0, 0", "0.019, 0", "0.02, 1", "12.48, 312", "40, 1000", "40.1, 1003"})
  void secondsAreTheNearestFrame(BigDecimal seconds, long frame) {
    assertThat(pictures(25, 1, 0).frameAt(seconds)).isEqualTo(frame);
  }

  @ParameterizedTest
  @CsvSource({"0.8, 0", "0.85, 1", "0.79, 0", "1.8, 25"})
  void secondsCountFromTheStartOfThePresentation(BigDecimal seconds, long frame) {
    assertThat(pictures(25, 1, 800).frameAt(seconds)).isEqualTo(frame);
  }

  @Test
  void momentBeforeTheFirstPictureIsRefusedAndTheStartIsNamed() {
    assertThatThrownBy(() -> pictures(25, 1, 800).frameAt(new BigDecimal("0.5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("At 0.5 s nothing is shown yet: the picture starts at 0.800 s.");
    assertThat(pictures(25, 1, 90).frameAt(BigDecimal.ZERO)).isZero();
  }

  @Test
  void unevenPicturesAreFoundByTheirTimes() {
    long[] times = {0, 10, 50, 51, 90, 130};
    var clock = new FrameClock(5, f -> Moment.of(times[(int) f], 1000), Optional.empty());

    assertThat(clock.frameAt(new BigDecimal("0.029"))).isEqualTo(1);
    assertThat(clock.frameAt(new BigDecimal("0.03"))).isEqualTo(2);
    assertThat(clock.frameAt(new BigDecimal("0.0506"))).isEqualTo(3);
    assertThat(clock.frameAt(new BigDecimal("0.13"))).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "25, 10:00:00:00, 10:00:00:00, 0",
    "25, 10:00:00:00, 10:00:12:12, 312",
    "25, 23:59:59:24, 00:00:00:00, 1",
    "50, 10:00:00:00, 10:00:00:49, 49",
  })
  void labelsCountFromTheStart(int rate, String start, String label, long frame) {
    assertThat(counting(rate, 1, start, rate, 1).frameLabelled(label)).isEqualTo(frame);
  }

  /** SMPTE ST 12-1: the labels 00 and 01 do not exist at the start of most minutes. */
  @ParameterizedTest
  @CsvSource({
    "00:00:59;29, 00:01:00;02, 1",
    "00:09:59;29, 00:10:00;00, 1",
    "23:59:59;29, 00:00:00;00, 1",
  })
  void dropFrameLeavesLabelsOut(String start, String label, long frame) {
    assertThat(counting(30_000, 1001, start, 30_000, 1001).frameLabelled(label)).isEqualTo(frame);
  }

  /** Cameras at 50 and 60 pictures count 25 and 30: two in a row have one label. */
  @ParameterizedTest
  @CsvSource({
    "50, 1, 25, 1, 10:00:00:00, 10:00:00:24, 48",
    "60000, 1001, 30000, 1001, 09:59:56;00, 09:59:57;15, 90",
    "120, 1, 30, 1, 10:00:00:00, 10:00:00:01, 4",
  })
  void twoPicturesShareALabelWhereTimecodeCountsSlower(
      int rate, int den, int count, int countDen, String start, String label, long frame) {
    var clock = counting(rate, den, start, count, countDen);

    assertThat(clock.frameLabelled(label)).isEqualTo(frame);
    for (long same = frame; same < frame + rate * countDen / (count * den); same++) {
      assertThat(clock.labelOf(same)).contains(label);
    }
    assertThat(clock.labelOf(frame - 1)).isNotEqualTo(Optional.of(label));
  }

  @Test
  void labelUnderWhichNoPictureBeginsIsRefused() {
    assertThatThrownBy(() -> counting(25, 1, "10:00:00:00", 50, 1).frameLabelled("10:00:00:01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No picture begins at 10:00:00:01")
        .hasMessageContaining("10:00:00:00")
        .hasMessageContaining("10:00:00:02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"09:59:59:24", "10:00:40:01"})
  void labelOutsideTheMasterIsRefusedWithItsFirstAndLast(String label) {
    assertThatThrownBy(() -> counting(25, 1, "10:00:00:00", 25, 1).frameLabelled(label))
        .isInstanceOf(RangeOutsideMasterException.class)
        .hasMessage(label + " lies outside the video, which runs from 10:00:00:00 to 10:00:40:00.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:00:00:25", "10:60:00:00", "10:00:60:00", "24:00:00:00"})
  void labelThatCannotExistIsRefused(String label) {
    assertThatThrownBy(() -> counting(25, 1, "10:00:00:00", 25, 1).frameLabelled(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such label");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:01:00;00", "00:01:00;01", "00:00:01;30"})
  void labelThatDropFrameLeavesOutIsRefused(String label) {
    assertThatThrownBy(
            () -> counting(60_000, 1001, "00:00:00;00", 30_000, 1001).frameLabelled(label))
        .hasMessageContaining("no such label");
  }

  @Test
  void otherWayOfCountingIsNamed() {
    assertThatThrownBy(() -> counting(25, 1, "10:00:00:00", 25, 1).frameLabelled("10:00:00;05"))
        .hasMessage("10:00:00;05: the video counts as in 10:00:00:00.");
    assertThatThrownBy(() -> pictures(25, 1, 0).frameLabelled("10:00:00:05"))
        .hasMessage("10:00:00:05: the video has no timecode.");
  }

  private static FrameClock pictures(long num, long den, long startMillis) {
    return new FrameClock(
        FRAMES,
        frame -> Moment.of(frame * den, num).plus(Moment.of(startMillis, 1000)),
        Optional.empty());
  }

  private static FrameClock counting(int num, int den, String start, int countNum, int countDen) {
    return new FrameClock(
        FRAMES, frame -> Moment.of(frame * den, num), Timecode.parse(start, countNum, countDen));
  }
}
