package clipdesk.cutter.sound;

import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.SampleMode;

/** The power of a sound, in short steps from the start of its timeline. */
public final class SoundLevels {
  private static final int MICROS = 1_000_000;
  private static final int MS_OF_A_SECOND = 1_000;

  private final double[] power;
  private final int stepMs;

  private SoundLevels(double[] power, int stepMs) {
    this.power = power;
    this.stepMs = stepMs;
  }

  /**
   * Decodes a file with one sound, such as {@link clipdesk.cutter.SoundCopy} writes.
   *
   * @return mean squares of the samples of each step, over all channels; full scale is 1, and where
   *     there is no sample it is silent
   * @throws UnsupportedMasterException if it cannot be decoded
   */
  public static double[] of(Path file, int stepMs, int durationMs) throws IOException {
    var levels = new SoundLevels(new double[Math.ceilDiv(durationMs, stepMs)], stepMs);
    DecodedSound.play(file, SampleMode.FLOAT, levels::add);
    return levels.power;
  }

  private void add(Frame frame) {
    var samples = (FloatBuffer) frame.samples[0];
    var channels = frame.audioChannels;
    var samplesOfAStep = (double) frame.sampleRate * stepMs / MS_OF_A_SECOND * channels;
    var first = (double) frame.timestamp * frame.sampleRate / MICROS;
    for (var i = 0; i < samples.limit(); i++) {
      var step = (long) Math.floor((first + i / channels) * channels / samplesOfAStep);
      if (step >= 0 && step < power.length) {
        power[(int) step] += samples.get(i) * (double) samples.get(i) / samplesOfAStep;
      }
    }
  }
}
