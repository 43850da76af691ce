package clipdesk.cutter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder of the default layer, which tests otherwise pass over because they have x264. */
class OpenH264Test {
  @ParameterizedTest
  @ValueSource(longs = {0, 20_000_000, 140_000_000, 4_000_000_000L})
  void itStartsForMastersOfAnyBitRate(long masterBitsPerSecond) {
    var settings =
        new EncoderSettings(
            "libopenh264",
            Map.of("allow_skip_frames", "0"),
            EncoderSettings.openh264BitsPerSecond(masterBitsPerSecond),
            false,
            1,
            EncoderSettings.Pace.OF_AN_EDGE);
    var frame = av_frame_alloc();
    frame.width(1920).height(1080).format(AV_PIX_FMT_YUV420P);
    av_frame_get_buffer(frame, 0);
    for (int plane = 0; plane < 3; plane++) {
      long bytes = (long) frame.linesize(plane) * (plane == 0 ? 1080 : 540);
      BytePointer.memset(frame.data(plane), 128, bytes);
    }
    try (var encoder = new FrameEncoder(settings, frame)) {
      encoder.encode(frame, 0);
      assertThat(encoder.finish()).hasSize(1);
    } finally {
      av_frame_free(frame);
    }
  }
}
