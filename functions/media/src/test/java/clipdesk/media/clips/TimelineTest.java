package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimelineTest {
  private static final Timeline ON_25 = new Timeline(new FrameRate(25, 1), 1000);

  @ParameterizedTest
  @CsvSource({
    "24000, 1001",
    "24, 1",
    "25, 1",
    "30000, 1001",
    "30, 1",
    "50, 1",
    "60000, 1001",
    "60, 1",
    "120, 1"
  })
  void everyFrameOfThreeHoursComesBackFromItsMillisecond(long num, long den) {
    long frames = 3 * 3600 * num / den;
    var timeline = new Timeline(new FrameRate(num, den), frames);
    for (long frame = 0; frame <= frames; frame++) {
      long ms = timeline.millisOf(frame);
      if (timeline.inPoint(ms) != frame || timeline.outPoint(ms) != frame) {
        assertThat(frame).as("frame at %d ms", ms).isEqualTo(timeline.inPoint(ms));
        assertThat(frame).as("frame at %d ms", ms).isEqualTo(timeline.outPoint(ms));
      }
    }
  }

  @Test
  void betweenTwoFramesTheInPointIsTheOneOnScreenAndTheOutPointTheNext() {
    assertThat(ON_25.inPoint(79)).isEqualTo(1);
    assertThat(ON_25.outPoint(79)).isEqualTo(2);
    assertThat(ON_25.inPoint(80)).isEqualTo(2);
    assertThat(ON_25.outPoint(80)).isEqualTo(2);
    assertThat(ON_25.outPoint(81)).isEqualTo(3);
  }

  @Test
  void theEndOfTheVideoIsAnOutPointAndOneMillisecondMoreIsNot() {
    assertThat(ON_25.outPoint(40_000)).isEqualTo(1000);
    assertThat(ON_25.outPoint(40_001)).isEqualTo(1001);
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "-9223372036854775808, -1", "9223372036854775807, 1001"})
  void noMillisecondOutsideTheVideoWrapsAroundIntoIt(long ms, long frame) {
    assertThat(ON_25.inPoint(ms)).isEqualTo(frame);
    assertThat(ON_25.outPoint(ms)).isEqualTo(frame);
  }

  @Test
  void handlesStopAtTheEndsOfTheVideo() {
    assertThat(ON_25.widened(new FrameRange(100, 200), 1000)).isEqualTo(new FrameRange(75, 225));
    assertThat(ON_25.widened(new FrameRange(10, 990), 1000)).isEqualTo(new FrameRange(0, 1000));
  }
}
