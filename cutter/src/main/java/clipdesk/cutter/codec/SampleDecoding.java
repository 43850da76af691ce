package clipdesk.cutter.codec;

import clipdesk.cutter.refusals.UnsupportedMasterException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Tries whether a sample can be decoded when nothing was decoded before it. */
public final class SampleDecoding {
  private boolean whole;
  private boolean damaged;

  private SampleDecoding() {}

  /** Makes a decoder of a track's samples that hides no damage. */
  public interface Decoders {
    FrameDecoder with(FrameDecoder.Consumer consumer);
  }

  /** Whether a sample gives a picture of which nothing is missing. */
  public static boolean isWhole(Decoders decoders, byte[] sample) {
    var seen = new SampleDecoding();
    try (var decoder = decoders.with(seen::take)) {
      decoder.decode(sample, 0);
      decoder.finish();
    } catch (UnsupportedMasterException e) {
      return false;
    }
    return seen.whole && !seen.damaged;
  }

  private void take(AVFrame frame) {
    whole = true;
    damaged |= frame.decode_error_flags() != 0;
  }
}
