package clipdesk.cutter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {
  private static AVFrame frame(int width, int height) {
    var frame = av_frame_alloc();
    frame.width(width).height(height).format(AV_PIX_FMT_YUV420P);
    assertThat(av_frame_get_buffer(frame, 0)).isZero();
    return frame;
  }

  @Test
  void frameOfAnotherSizeNeverReachesTheEncoder() {
    var first = frame(320, 176);
    var smaller = frame(64, 32);
    var settings =
        new EncoderSettings(
            "libx264", Map.of("preset", "veryfast"), 0, false, 1, EncoderSettings.Pace.OF_AN_EDGE);
    try (var encoder = new FrameEncoder(settings, first)) {
      encoder.encode(first, 0);
      assertThatThrownBy(() -> encoder.encode(smaller, 1))
          .isInstanceOf(UnsupportedMasterException.class)
          .hasMessageContaining("a frame of 64x32 behind one of 320x176");
    } finally {
      av_frame_free(first);
      av_frame_free(smaller);
    }
  }
}
