package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.frames.FrameNames;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PointTest {
  /** A hundred frames a second, so that a frame shows the time it was asked by; labels are said. */
  private static final FrameNames MASTER =
      new FrameNames() {
        @Override
        public long frameAt(BigDecimal seconds) {
          return seconds.movePointRight(2).longValueExact();
        }

        @Override
        public long frameLabelled(String label) {
          throw new IllegalArgumentException("asked for " + label);
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "12.48 | 1248",
        "12,48 | 1248",
        "90 | 9000",
        "2:03 | 12300",
        "2:03.5 | 12350",
        "75:00 | 450000",
        "1:02:03.5 | 372350",
        "01:02:03,5 | 372350",
        "f0 | 0",
        "f312 | 312",
      })
  void timesAreReadAsPeopleWriteThem(String text, long frame) {
    assertThat(Point.frame(text, MASTER)).isEqualTo(frame);
    assertThat(Point.isTimecode(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:00:12:12", "10:00:12;12", "9:59:58:00", "00:00:00:119"})
  void labelsAreLeftToTheMaster(String text) {
    assertThat(Point.isTimecode(text)).isTrue();
    assertThatThrownBy(() -> Point.frame(text, MASTER)).hasMessage("asked for " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "1e3",
        "NaN",
        "f-1",
        "f",
        "1:60",
        "1:60:00",
        "1:2:3:4:5",
        "1.",
        ".5"
      })
  void whatIsNoPointIsRefusedByName(String text) {
    assertThatThrownBy(() -> Point.frame(text, MASTER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(text + " is neither");
  }
}
