package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.edges.DecodedEdge;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.h265.HevcConfiguration;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.List;
import java.util.Map;

/**
 * An encoded edge that was decoded again under the clip's parameter sets.
 *
 * @param configuration of the clip so far
 * @param masters what each frame should show, by its time
 */
record HevcEdge(
    List<EdgeSample> samples, HevcConfiguration configuration, Map<Long, Thumbnail> masters) {
  /**
   * @throws VerificationFailedException if a frame does not decode to what it should show
   */
  HevcEdge {
    byte[] sets = configuration.toBytes();
    DecodedEdge.require(consumer -> FrameDecoder.ofHevc(sets, consumer), samples, masters);
  }
}
