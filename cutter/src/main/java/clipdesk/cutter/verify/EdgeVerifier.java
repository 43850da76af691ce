package clipdesk.cutter.verify;

import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.VerificationFailedException;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.SliceHeader;
import java.util.List;

/**
 * Parses re-encoded pictures under the parameter sets of the clip. A decoder's silence proves
 * nothing: picture numbers that wrap too early decode without a word, and wrongly.
 */
public final class EdgeVerifier {
  private final AvcConfiguration configuration;

  public EdgeVerifier(AvcConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * @param samples of one edge, in order of presentation
   * @throws VerificationFailedException if the pictures do not follow from each other
   */
  public void verify(List<byte[]> samples) {
    var sets = configuration.parameterSets();
    for (int i = 0; i < samples.size(); i++) {
      SliceHeader header;
      try {
        var sample = AccessUnit.parse(samples.get(i), configuration.lengthBytes());
        header = Pictures.firstSlice(sample, sets);
      } catch (MalformedMasterException unreadable) {
        throw new VerificationFailedException(
            "Edge picture %d cannot be read: %s".formatted(i, unreadable.getMessage()));
      }
      var pps = sets.pps(header.ppsId());
      var sps = sets.spsOf(pps);
      boolean follows =
          header.isIdr() == (i == 0)
              && header.refIdc() > 0
              && header.numbers().frameNum() == i % (1 << sps.frameNumBits())
              && header.references().active0() <= Math.min(i, Math.max(1, sps.maxRefFrames()));
      if (!follows) {
        throw new VerificationFailedException(
            "Edge picture %d has frame_num %d and %d references"
                .formatted(i, header.numbers().frameNum(), header.references().active0()));
      }
    }
  }
}
