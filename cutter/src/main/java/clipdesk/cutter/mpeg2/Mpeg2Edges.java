package clipdesk.cutter.mpeg2;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.edges.DecodedEdge;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edges of one clip of MPEG-2, under the master's own sequence header.
 *
 * @param head before the copied pictures, in order of presentation
 * @param tail behind them
 */
public record Mpeg2Edges(List<EdgeSample> head, List<EdgeSample> tail) {
  /**
   * An edge that was decoded again.
   *
   * @param masters what each frame should show, by its time
   */
  record Checked(List<EdgeSample> samples, Map<Long, Thumbnail> masters) {
    /**
     * @throws VerificationFailedException if a frame does not decode to what it should show
     */
    Checked {
      DecodedEdge.require(FrameDecoder::ofMpeg2, samples, masters);
    }
  }

  /**
   * @param deadline after which the work is given up
   * @throws UnsupportedMasterException if they cannot stand beside the copied pictures
   */
  public static Mpeg2Edges of(Mpeg2Middle middle, Deadline deadline) throws IOException {
    var plan = middle.plan();
    return new Mpeg2Edges(
        encode(plan.head(), middle, deadline), encode(plan.tail(), middle, deadline));
  }

  private static List<EdgeSample> encode(
      Optional<VideoPlan.Edge> edge, Mpeg2Middle middle, Deadline deadline) throws IOException {
    if (edge.isEmpty()) {
      return List.of();
    }
    try (var coder = new Mpeg2EdgeCoder(edge.get(), middle, deadline)) {
      return coder.encode().samples();
    }
  }

  public CutMethod method() {
    return head.isEmpty() && tail.isEmpty() ? CutMethod.COPY : CutMethod.SAME_PS;
  }
}
