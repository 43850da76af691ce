package clipdesk.cutter.edges;

import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pps;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How encoded pictures stand beside copied ones in one stream: under which parameter sets.
 *
 * @param reason why no better method was possible; empty for {@link CutMethod#SAME_PS}
 * @param encoderSets what the encoder wrote its slices for
 * @param sps what the slices are rewritten for
 * @param pps what the slices are rewritten for
 * @param configuration the {@code avcC} of the clip; the master's own for {@code SAME_PS}
 */
record EdgeJoin(
    CutMethod method,
    Optional<FallbackReason> reason,
    ParameterSets encoderSets,
    Sps sps,
    Pps pps,
    AvcConfiguration configuration) {

  /**
   * Whether edges can only stand under an SPS of their own; the encoder must then be given a free
   * id.
   */
  static boolean needsOwnSps(Sps master) {
    return master.scalingMatrix()
        || master.losslessBypass()
        || master.separateColourPlanes()
        || master.cropLeft() != 0
        || master.cropTop() != 0;
  }

  /**
   * The best method that keeps every sample as the encoder meant it.
   *
   * @param master the configuration of the clip so far
   * @param pps the set that the copied pictures at the join use
   * @param encoderHeaders the encoder's SPS and PPS as a byte stream
   */
  static EdgeJoin choose(
      AvcConfiguration master, ParameterSets masterSets, Pps pps, byte[] encoderHeaders) {
    var encoder = ParameterSets.ofStream(encoderHeaders);
    var encoderPps = encoder.pps().values().iterator().next();
    var encoderSps = encoder.spsOf(encoderPps);
    var sps = masterSets.spsOf(pps);
    boolean spsFits =
        !needsOwnSps(sps)
            && sps.decodesLike(encoderSps)
            && encoderSps.maxRefFrames() <= Math.max(1, sps.maxRefFrames());
    if (!spsFits) {
      return twoSps(master, encoder, encoderSps, encoderPps, sps);
    }
    if (pps.decodesLike(encoderPps)) {
      return new EdgeJoin(CutMethod.SAME_PS, Optional.empty(), encoder, sps, pps, master);
    }
    return extraPps(master, encoder, encoderPps, sps, reason(pps, encoderPps));
  }

  /** A set that an earlier edge of the same clip added is used again. */
  private static EdgeJoin extraPps(
      AvcConfiguration master,
      ParameterSets encoder,
      Pps encoderPps,
      Sps sps,
      FallbackReason reason) {
    var present = master.parameterSets();
    int id = present.freeId();
    for (var known : present.pps().values()) {
      if (Arrays.equals(known.unit(), encoderPps.withIds(known.id(), sps.id()))) {
        id = known.id();
      }
    }
    byte[] unit = encoderPps.withIds(id, sps.id());
    var extended = present.pps().containsKey(id) ? master : master.with(List.of(), List.of(unit));
    return new EdgeJoin(
        CutMethod.EXTRA_PPS,
        Optional.of(reason),
        encoder,
        sps,
        extended.parameterSets().pps(id),
        extended);
  }

  private static EdgeJoin twoSps(
      AvcConfiguration master, ParameterSets encoder, Sps encoderSps, Pps encoderPps, Sps sps) {
    var taken = master.parameterSets();
    boolean present =
        contains(master.spsUnits(), encoderSps.unit())
            && contains(master.ppsUnits(), encoderPps.unit());
    boolean idsFree =
        !taken.sps().containsKey(encoderSps.id()) && !taken.pps().containsKey(encoderPps.id());
    if (!(present || idsFree) || !encoderSps.sameSampleFormat(sps)) {
      throw new UnsupportedMasterException(
          FallbackReason.SPS_DIFFERS, "the edges cannot stand under SPS " + sps.id());
    }
    var extended =
        present ? master : master.with(List.of(encoderSps.unit()), List.of(encoderPps.unit()));
    return new EdgeJoin(
        CutMethod.TWO_SPS,
        Optional.of(FallbackReason.SPS_DIFFERS),
        encoder,
        encoderSps,
        encoderPps,
        extended);
  }

  private static boolean contains(List<byte[]> units, byte[] unit) {
    return units.stream().anyMatch(known -> Arrays.equals(known, unit));
  }

  private static FallbackReason reason(Pps master, Pps encoder) {
    boolean offsets =
        master.cbQpOffset() != encoder.cbQpOffset() || master.crQpOffset() != encoder.crQpOffset();
    return offsets ? FallbackReason.PPS_CHROMA_OFFSET : FallbackReason.PPS_DIFFERS;
  }
}
