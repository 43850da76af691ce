package clipdesk.cutter.edges;

import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.codec.EncoderSettings.Pace;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pps;
import clipdesk.cutter.h264.SliceHeader;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an encoder is told, so that its slices fit the master's parameter sets: an IDR picture, then
 * P pictures in order of presentation.
 */
final class EdgeSettings {
  /**
   * Better than the master's own pictures by about one decibel a step: with three, encoding again
   * adds half the error that the master has. Each step costs a tenth of the encoder's time.
   */
  private static final int QUALITY_STEPS = 3;

  /** One slice of a picture each, which costs no memory; the decoder waits meanwhile. */
  private static final int ENCODER_THREADS = 2;

  private static final int MIN_QP = 4;

  /**
   * However coarse the master is here: a step of 11 leaves an error of at most 11²/12, which is 38
   * dB. A constant bit rate begins with quantisers that say little about its first pictures.
   */
  private static final int MAX_QP = 25;

  private EdgeSettings() {}

  /**
   * @param sample header of a slice near the edge
   * @param meanQp mean {@code SliceQPY} of pictures near the edge
   * @param masterBitsPerSecond of the pictures near the edge, at the rate of {@link
   *     Pace#OF_AN_EDGE}: the encoder shares its bits out by pictures, whatever their times
   * @param bottomFieldFirst field order of an MBAFF master
   * @throws UnsupportedMasterException if this build has no encoder for the master
   */
  static EncoderSettings matching(
      ParameterSets sets,
      SliceHeader sample,
      double meanQp,
      long masterBitsPerSecond,
      boolean bottomFieldFirst) {
    var pps = sets.pps(sample.ppsId());
    var sps = sets.spsOf(pps);
    if (EncoderSettings.isPresent("libx264")) {
      var options = x264(sets, sps, pps, sample, meanQp, bottomFieldFirst);
      return new EncoderSettings(
          "libx264", options, 0, sps.mbaff(), ENCODER_THREADS, Pace.OF_AN_EDGE);
    }
    boolean simple =
        sps.chromaFormat() == 1
            && sps.lumaBits() == 8
            && sps.chromaBits() == 8
            && sps.frameMbsOnly()
            && !EdgeJoin.needsOwnSps(sps);
    if (!simple || !EncoderSettings.isPresent("libopenh264")) {
      throw new UnsupportedMasterException(
          FallbackReason.ENCODER_MISSING, "no encoder for profile " + sps.profile());
    }
    return new EncoderSettings(
        "libopenh264",
        Map.of("coder", pps.cabac() ? "cabac" : "cavlc", "allow_skip_frames", "0"),
        EncoderSettings.openh264BitsPerSecond(masterBitsPerSecond),
        false,
        1,
        Pace.OF_AN_EDGE);
  }

  private static Map<String, String> x264(
      ParameterSets sets,
      Sps sps,
      Pps pps,
      SliceHeader sample,
      double meanQp,
      boolean bottomFieldFirst) {
    Map<String, String> x264 = new LinkedHashMap<>();
    x264.put("keyint", "infinite");
    x264.put("min-keyint", "1");
    x264.put("scenecut", "0");
    x264.put("bframes", "0");
    x264.put("weightp", "0");
    x264.put("rc-lookahead", "0");
    x264.put("sync-lookahead", "0");
    x264.put("mbtree", "0");
    x264.put("aud", "0");
    x264.put("sliced-threads", "1");
    // Head and tail get the same parameter sets, whatever their quantisers.
    x264.put("stitchable", "1");
    // More would save few bits, and each holds a picture in memory.
    x264.put("ref", "1");
    x264.put("cabac", digit(pps.cabac()));
    x264.put("8x8dct", digit(pps.transform8x8()));
    x264.put("constrained-intra", digit(pps.constrainedIntra()));
    // With psychovisual optimisation x264 changes the chroma offset by itself.
    x264.put("psy", "0");
    x264.put("chroma-qp-offset", Integer.toString(Math.clamp(pps.cbQpOffset(), -12, 12)));
    x264.put("level", sps.level() == 9 ? "1b" : Double.toString(sps.level() / 10.0));
    putDeblocking(x264, pps, sample);
    if (sps.mbaff()) {
      x264.put(bottomFieldFirst ? "bff" : "tff", "1");
    } else if (!sps.frameMbsOnly()) {
      x264.put("fake-interlaced", "1");
    }
    if (EdgeJoin.needsOwnSps(sps)) {
      x264.put("sps-id", Integer.toString(sets.freeId()));
    }
    x264.put("qp", Integer.toString(quantiser(meanQp, sps.lumaBits())));
    Map<String, String> options = new LinkedHashMap<>();
    // At a given quantiser a slower one saves bits, of which an edge has few; and without steps of
    // less than a sample x264 keeps no interpolated planes.
    options.put("preset", "ultrafast");
    // Captions are taken from the master's own units; the encoder would write them twice.
    options.put("a53cc", "0");
    options.put(
        "x264-params",
        x264.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .reduce((a, b) -> a + ":" + b)
            .orElseThrow());
    return options;
  }

  private static void putDeblocking(Map<String, String> x264, Pps pps, SliceHeader sample) {
    var deblocking = sample.deblocking();
    if (pps.deblockingControl() && deblocking.mode() == 1) {
      x264.put("no-deblock", "1");
    } else {
      x264.put("deblock", deblocking.alphaDiv2() + "," + deblocking.betaDiv2());
    }
  }

  /** x264 counts quantisers from the lowest of the bit depth, slices from that of 8 bits. */
  private static int quantiser(double meanQp, int bitDepth) {
    int shift = 6 * (bitDepth - 8);
    return Math.clamp(Math.round(meanQp) - QUALITY_STEPS, MIN_QP - shift, MAX_QP) + shift;
  }

  private static String digit(boolean flag) {
    return flag ? "1" : "0";
  }
}
