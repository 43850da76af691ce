package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.SoundEncoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Whether sound is there where it was: every packet is decoded again, and its loudness held against
 * that of the samples that were encoded, a fifth of a second at a time.
 */
final class SoundCheck implements AutoCloseable {
  private static final int BLOCKS_COMPARED = 8;

  /** 46 dB below the loudest: what is quieter may be lost. */
  private static final double HEARD = 0.005;

  private static final double LEAST_SHARE = 0.4;

  private final FrameDecoder decoder;
  private final int delayBlocks;
  private double[] given = new double[64];
  private double[] coded = new double[64];
  private int blocks;
  private int packets;

  /**
   * @param delaySamples what a decoder gives before the first sample
   */
  SoundCheck(byte[] audioSpecificConfig, int sampleRate, int channels, int delaySamples) {
    this.delayBlocks = Math.ceilDiv(delaySamples, SoundEncoder.BLOCK_SAMPLES);
    this.decoder = FrameDecoder.ofAac(audioSpecificConfig, sampleRate, channels, this::decoded);
  }

  void encoded(float[][] block, int length) {
    double energy = 0;
    for (float[] channel : block) {
      for (int i = 0; i < length; i++) {
        energy += channel[i] * (double) channel[i];
      }
    }
    given = with(given, blocks++, energy / (block.length * SoundEncoder.BLOCK_SAMPLES));
  }

  void packet(byte[] packet) {
    try {
      decoder.decode(packet, packets);
    } catch (UnsupportedMasterException e) {
      throw new VerificationFailedException(
          "Sound packet %d: %s".formatted(packets, e.getMessage()));
    }
    packets++;
  }

  private void decoded(AVFrame frame) {
    double energy = 0;
    int channels = frame.ch_layout().nb_channels();
    for (int c = 0; c < channels; c++) {
      var samples = new float[frame.nb_samples()];
      new FloatPointer(frame.extended_data(c)).get(samples);
      for (float sample : samples) {
        energy += sample * (double) sample;
      }
    }
    int block = (int) frame.pts();
    coded = with(coded, block, energy / (channels * SoundEncoder.BLOCK_SAMPLES));
  }

  private static double[] with(double[] values, int at, double value) {
    var grown = at < values.length ? values : Arrays.copyOf(values, 2 * at);
    grown[at] = value;
    return grown;
  }

  /**
   * @throws VerificationFailedException if sound is missing
   */
  void finish() {
    decoder.finish();
    for (int first = 0; first + BLOCKS_COMPARED <= blocks; first += BLOCKS_COMPARED) {
      double was = loudness(given, first);
      double is = loudness(coded, first + delayBlocks);
      if (was > HEARD && is < was * LEAST_SHARE) {
        throw new VerificationFailedException(
            "The sound of packet %d is missing: %.4f instead of %.4f".formatted(first, is, was));
      }
    }
  }

  private static double loudness(double[] energies, int first) {
    double sum = 0;
    for (int i = first; i < Math.min(energies.length, first + BLOCKS_COMPARED); i++) {
      sum += energies[i];
    }
    return Math.sqrt(sum / BLOCKS_COMPARED);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
