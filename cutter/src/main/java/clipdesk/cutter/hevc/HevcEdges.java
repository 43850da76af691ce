package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.io.Waiting;
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
   * Encodes the tail beside the head, for neither keeps two processors busy.
   *
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
    var beside =
        plan.tail()
            .filter(it -> middle.isSmallEnoughForTwo())
            .map(it -> NativeCalls.beside(() -> encode(it, middle, deadline)));
    try {
      var clip = middle.configuration();
      List<EdgeSample> before = List.of();
      if (plan.head().isPresent()) {
        var head = encode(plan.head().get(), middle, deadline).join(middle, clip);
        clip = head.configuration();
        before = head.samples();
      }
      List<EdgeSample> behind = List.of();
      if (plan.tail().isPresent()) {
        var encoded =
            beside.isPresent()
                ? Waiting.get(beside.get())
                : encode(plan.tail().get(), middle, deadline);
        var tail = encoded.join(middle, clip);
        clip = tail.configuration();
        behind = tail.samples();
      }
      return new HevcEdges(before, behind, clip.toBytes());
    } finally {
      beside.ifPresent(it -> it.cancel(/* mayInterruptIfRunning= */ true));
    }
  }

  private static EncodedHevcEdge encode(VideoPlan.Edge edge, HevcMiddle middle, Deadline deadline)
      throws IOException {
    try (var coder = new HevcEdgeCoder(edge, middle, deadline)) {
      return coder.encode();
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
