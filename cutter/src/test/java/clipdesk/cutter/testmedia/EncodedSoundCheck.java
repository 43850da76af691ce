package clipdesk.cutter.testmedia;

import clipdesk.cutter.testmedia.DecodedFile.Sound;
import java.util.Optional;

/**
 * Compares sound that was encoded again with the master's: no sample is the same, but all lie where
 * they were. The test sound changes its pitch all the time, on each channel in another way, so it
 * fits itself at one place only.
 */
final class EncodedSoundCheck {
  private static final int COMPARED_SAMPLES = 24_000;

  private final Sound whole;
  private final long offset;
  private final long wanted;
  private final int slack;
  private final double goodRatio;

  /**
   * @param whole the master's
   * @param offset of the clip in it, in samples
   * @param wanted samples of the clip; what follows in the last packet is never heard
   * @param slack by how many samples the clip's may lie beside the master's
   * @param goodRatio of the energy of the error to that of the sound, at most: 0.01 are 20 dB
   */
  EncodedSoundCheck(Sound whole, long offset, long wanted, int slack, double goodRatio) {
    this.whole = whole;
    this.offset = offset;
    this.wanted = wanted;
    this.slack = slack;
    this.goodRatio = goodRatio;
  }

  Optional<String> fault(Sound clip) {
    if (clip.sampleRate() != whole.sampleRate() || clip.channels() != whole.channels()) {
      return Optional.of("has %d channels at %d Hz".formatted(clip.channels(), clip.sampleRate()));
    }
    double least = Double.MAX_VALUE;
    for (int shift = -slack; shift <= slack; shift++) {
      least = Math.min(least, error(clip, shift));
    }
    return least > goodRatio
        ? Optional.of("differs by %.1f %%".formatted(100 * least))
        : Optional.empty();
  }

  /** Energy of the difference to the master's sound, to that of the sound. */
  private double error(Sound clip, int shift) {
    double difference = 0;
    double energy = 1e-9;
    long from = Math.max(0, whole.firstSample() - offset);
    long to = Math.min(clip.end(), wanted);
    for (long i = from; i < Math.min(to, from + COMPARED_SAMPLES); i++) {
      for (int channel = 0; channel < whole.channels(); channel++) {
        double expected = whole.at(offset + i + shift, channel);
        double error = clip.at(i, channel) - expected;
        difference += error * error;
        energy += expected * expected;
      }
    }
    return difference / energy;
  }
}
