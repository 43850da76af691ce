package clipdesk.journeys.demo;

import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** How far a clip's sound lies from where the master has it. */
public final class SoundCheck {
  private static final int REACH = 2048;
  private static final int WINDOW = 24_000;

  private SoundCheck() {}

  /**
   * The shift, in samples, under which the first half second of the clip's sound is most like the
   * master's from the in-point on; positive if the clip's sound is late. Zero for silent files.
   */
  public static int offsetSamples(Path clip, Path master, double inSeconds) {
    try {
      short[] cut = samples(clip, 0, WINDOW + 2 * REACH);
      if (cut.length < WINDOW) {
        return 0;
      }
      short[] whole = samples(master, inSeconds, WINDOW + 2 * REACH);
      int best = 0;
      double least = Double.MAX_VALUE;
      for (int shift = -REACH; shift <= REACH; shift++) {
        double difference = difference(cut, whole, shift);
        if (difference < least) {
          least = difference;
          best = shift;
        }
      }
      return best;
    } catch (FrameGrabber.Exception e) {
      throw new AssertionError("Cannot decode the sound of " + clip, e);
    }
  }

  private static double difference(short[] cut, short[] whole, int shift) {
    double sum = 0;
    int count = 0;
    for (int i = REACH; i < WINDOW; i += 3) {
      int other = i - shift;
      if (other >= 0 && other < whole.length) {
        double d = cut[i] - whole[other];
        sum += d * d;
        count++;
      }
    }
    return sum / count;
  }

  /** The right channel from a time on. */
  private static short[] samples(Path file, double fromSeconds, int count)
      throws FrameGrabber.Exception {
    try (var grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.setSampleFormat(avutil.AV_SAMPLE_FMT_S16);
      grabber.start();
      short[] samples = new short[count];
      long first = Math.round(fromSeconds * grabber.getSampleRate());
      long filled = 0;
      Frame frame;
      while (filled < count && (frame = grabber.grabSamples()) != null) {
        var buffer = (ShortBuffer) frame.samples[0];
        int channels = frame.audioChannels;
        long at = Math.round(frame.timestamp * (double) grabber.getSampleRate() / 1_000_000);
        for (int i = 0; i < buffer.limit() / channels; i++) {
          long index = at + i - first;
          if (index >= 0 && index < count) {
            samples[(int) index] = buffer.get(i * channels + channels - 1);
            filled = index + 1;
          }
        }
      }
      return java.util.Arrays.copyOf(samples, (int) filled);
    }
  }
}
