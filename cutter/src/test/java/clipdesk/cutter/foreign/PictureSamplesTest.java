package clipdesk.cutter.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PictureSamplesTest {
  private static final byte[] DESCRIPTION = NewDescription.h264(16, 16, new byte[0], 1, 1);

  /** Times of 24 pictures a second, some of them rounded down, behind a gap. */
  @Test
  void firstPictureIsNotShownBeforeTheFileBegins() throws IOException {
    var frames = new Frames();
    for (long time : new long[] {0, 11_250, 15_000, 18_749, 22_500}) {
      frames.add(0, 100, time, true);
    }

    var samples = new PictureSamples(frames, 90_000, /* zeroTicks= */ 0, /* saidNanos= */ 0);
    var track =
        samples.in(NewMovie.video(1, samples.timescale(), "und", new int[0], 16, 16), DESCRIPTION);

    assertThat(track.samples().window(0, 5).pts(0)).isZero();
  }
}
