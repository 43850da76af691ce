package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.h265.HevcConfiguration;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutMethod;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The edges of one clip of H.265, under parameter sets of their own behind those of the master.
 *
 * @param head before the copied pictures, in order of presentation
 * @param tail behind them
 * @param configuration contents of the clip's {@code hvcC}
 */
public record HevcEdges(List<EdgeSample> head, List<EdgeSample> tail, byte[] configuration) {
  static final String ENCODER = "libx265";

  /**
   * @param deadline after which the work is given up
   * @throws UnsupportedMasterException if there are edges and this build has no encoder for them,
   *     or they cannot stand beside the copied pictures
   */
  public static HevcEdges of(HevcMiddle middle, Deadline deadline) throws IOException {
    var plan = middle.plan();
    if (plan.head().isEmpty() && plan.tail().isEmpty()) {
      return new HevcEdges(List.of(), List.of(), middle.configuration().toBytes());
    }
    if (!EncoderSettings.isPresent(ENCODER)) {
      throw new UnsupportedMasterException(FallbackReason.HEVC, "no encoder for its edges");
    }
    if (!middle.takesEdges()) {
      throw new UnsupportedMasterException(
          FallbackReason.HEVC, "edges of this profile of Dolby Vision cannot be encoded");
    }
    var head = encode(plan.head(), middle, middle.configuration(), deadline);
    var behindHead = head.map(HevcEdge::configuration).orElse(middle.configuration());
    var tail = encode(plan.tail(), middle, behindHead, deadline);
    return new HevcEdges(
        head.map(HevcEdge::samples).orElse(List.of()),
        tail.map(HevcEdge::samples).orElse(List.of()),
        tail.map(HevcEdge::configuration).orElse(behindHead).toBytes());
  }

  private static Optional<HevcEdge> encode(
      Optional<VideoPlan.Edge> edge, HevcMiddle middle, HevcConfiguration clip, Deadline deadline)
      throws IOException {
    if (edge.isEmpty()) {
      return Optional.empty();
    }
    try (var coder = new HevcEdgeCoder(edge.get(), middle, deadline)) {
      return Optional.of(coder.encode(clip));
    }
  }

  public CutMethod method() {
    return head.isEmpty() && tail.isEmpty() ? CutMethod.COPY : CutMethod.TWO_SPS;
  }

  /** Why no better method did. */
  public Optional<FallbackReason> reason() {
    return method() == CutMethod.COPY ? Optional.empty() : Optional.of(FallbackReason.SPS_DIFFERS);
  }
}
