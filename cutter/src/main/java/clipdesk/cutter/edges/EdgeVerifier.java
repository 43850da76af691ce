package clipdesk.cutter.edges;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.SliceHeader;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.List;

/**
 * Parses re-encoded pictures under the parameter sets of the clip. A decoder's silence proves
 * nothing: picture numbers that wrap too early decode without a word, and wrongly.
 */
final class EdgeVerifier {
  private final AvcConfiguration configuration;

  EdgeVerifier(AvcConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * @param samples of one edge, in order of presentation
   * @throws VerificationFailedException if the pictures do not follow from each other
   */
  void verify(List<byte[]> samples) {
    for (int i = 0; i < samples.size(); i++) {
      int macroblock = -1;
      for (var slice : slices(samples.get(i), i)) {
        boolean inOrder = macroblock < 0 ? slice.firstMb() == 0 : slice.firstMb() > macroblock;
        if (!inOrder || !follows(slice, i)) {
          throw new VerificationFailedException(
              "Edge picture %d has frame_num %d and %d references from macroblock %d on"
                  .formatted(
                      i,
                      slice.numbers().frameNum(),
                      slice.references().active0(),
                      slice.firstMb()));
        }
        macroblock = slice.firstMb();
      }
    }
  }

  private List<SliceHeader> slices(byte[] bytes, int picture) {
    try {
      var sample = AccessUnit.parse(bytes, configuration.lengthBytes());
      return Pictures.slices(sample, configuration.parameterSets());
    } catch (MalformedMasterException unreadable) {
      throw new VerificationFailedException(
          "Edge picture %d cannot be read: %s".formatted(picture, unreadable.getMessage()));
    }
  }

  private boolean follows(SliceHeader slice, int picture) {
    var sets = configuration.parameterSets();
    var sps = sets.spsOf(sets.pps(slice.ppsId()));
    return slice.isIdr() == (picture == 0)
        && slice.refIdc() > 0
        && slice.numbers().frameNum() == picture % (1 << sps.frameNumBits())
        && slice.references().active0() <= Math.min(picture, Math.max(1, sps.maxRefFrames()));
  }
}
