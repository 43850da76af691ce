package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.FrameRate;
import clipdesk.cutter.MasterIndex;
import clipdesk.cutter.TrackInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PointTest {
  private static final FrameRate PAL = new FrameRate(25, 1);
  private static final FrameRate NTSC = new FrameRate(30_000, 1001);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 25", "12.48, 312", "0.019, 0", "0.02, 1", "f0, 0", "f312, 312"})
  void secondsAreTheNearestFrame(String text, long frame) {
    assertThat(Point.frame(text, master(PAL, "10:00:00:00"))).isEqualTo(frame);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00:00:00, 10:00:00:00, 25, 0",
    "10:00:00:00, 10:00:12:12, 25, 312",
    "23:59:59:24, 00:00:00:00, 25, 1",
  })
  void timecodeCountsFromTheStart(String start, String text, long rate, long frame) {
    assertThat(Point.frame(text, master(new FrameRate(rate, 1), start))).isEqualTo(frame);
  }

  /** SMPTE ST 12-1: the labels 00 and 01 do not exist at the start of most minutes. */
  @ParameterizedTest
  @CsvSource({
    "00:00:59;29, 00:01:00;02, 1",
    "00:09:59;29, 00:10:00;00, 1",
    "00:00:00;00, 01:00:00;00, 107892",
    "23:59:59;29, 00:00:00;00, 1",
  })
  void dropFrameLeavesLabelsOut(String start, String text, long frame) {
    assertThat(Point.frame(text, master(NTSC, start))).isEqualTo(frame);
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
        "10:00:00",
        "10:00:00:25",
        "10:60:00:00",
        "24:00:00:00",
        "10:00:00;00"
      })
  void whatIsNoPointIsRefusedByName(String text) {
    assertThatThrownBy(() -> Point.frame(text, master(PAL, "10:00:00:00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:01:00;00", "00:01:00;01"})
  void labelThatDropFrameLeavesOutIsRefused(String text) {
    assertThatThrownBy(() -> Point.frame(text, master(NTSC, "00:00:00;00")))
        .hasMessageContaining("no such label");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.48", "10:00:12:12"})
  void withoutAnIndexOnlyFramesHaveAMeaning(String text) {
    assertThatThrownBy(() -> Point.frame(text)).hasMessageContaining("f1234");
  }

  private static MasterIndex master(FrameRate rate, String start) {
    return new MasterIndex() {
      @Override
      public String identity() {
        return "master";
      }

      @Override
      public long sizeBytes() {
        return 1;
      }

      @Override
      public List<TrackInfo> tracks() {
        return List.of();
      }

      @Override
      public long frames() {
        return 1_000_000;
      }

      @Override
      public Optional<FrameRate> constantFrameRate() {
        return Optional.of(rate);
      }

      @Override
      public long durationMs() {
        return 1;
      }

      @Override
      public Optional<String> startTimecode() {
        return Optional.of(start);
      }
    };
  }
}
