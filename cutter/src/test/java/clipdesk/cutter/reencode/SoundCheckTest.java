package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import clipdesk.cutter.codec.SoundEncoder;
import clipdesk.cutter.refusals.VerificationFailedException;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.junit.jupiter.api.Test;

/** Sound that is lost on its way into a clip is found. */
final class SoundCheckTest {
  private static final int BLOCKS = 60;
  private static final int RATE = 48_000;

  @Test
  void soundThatIsThereAndSilenceThatWasPass() {
    assertThatCode(() -> check(20, 40, -1, -1)).doesNotThrowAnyException();
  }

  @Test
  void soundThatIsMissingIsFound() {
    assertThatThrownBy(() -> check(0, BLOCKS, 24, 48))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessageContaining("missing");
  }

  /** A tone between two blocks, of which the encoder does not get those between two others. */
  private static void check(int from, int to, int lostFrom, int lostTo) {
    var layout = new AVChannelLayout();
    av_channel_layout_default(layout, 2);
    try (var encoder = new SoundEncoder(RATE, layout);
        var check = new SoundCheck(encoder.config(), RATE, 2, encoder.initialSamples())) {
      for (int block = 0; block < BLOCKS; block++) {
        var samples = new float[2][SoundEncoder.BLOCK_SAMPLES];
        for (int i = 0; block >= from && block < to && i < samples[0].length; i++) {
          samples[0][i] = (float) Math.sin((block * samples[0].length + i) * 0.05) / 4;
          samples[1][i] = samples[0][i];
        }
        check.encoded(samples, samples[0].length);
        boolean lost = block >= lostFrom && block < lostTo;
        var given = lost ? new float[2][samples[0].length] : samples;
        encoder.encode(given, samples[0].length).forEach(check::packet);
      }
      encoder.finish().forEach(check::packet);
      check.finish();
    }
  }
}
