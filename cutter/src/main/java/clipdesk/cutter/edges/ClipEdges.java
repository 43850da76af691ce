package clipdesk.cutter.edges;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutMethod;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The edges of one clip, fit to stand beside its copied middle. Each step is made of the one before
 * and of nothing else: {@link CopiedMiddle} decides, {@link EncodedEdge} is encoded, {@link
 * JoinedEdge} stands in the clip's stream, {@link CheckedEdge} was read again.
 */
public final class ClipEdges {
  private final AvcConfiguration configuration;
  private final Optional<CheckedEdge> head;
  private final Optional<CheckedEdge> tail;

  private ClipEdges(
      AvcConfiguration configuration, Optional<CheckedEdge> head, Optional<CheckedEdge> tail) {
    this.configuration = configuration;
    this.head = head;
    this.tail = tail;
  }

  /**
   * Encodes, joins and checks the head, then the tail: it may use parameter sets that the head
   * brought into the clip.
   *
   * @param deadline after which the work is given up
   * @throws UnsupportedMasterException if an edge cannot be encoded, or not be joined
   * @throws MalformedMasterException if the pictures at an edge break their standard
   * @throws VerificationFailedException if an edge is not what was planned
   */
  public static ClipEdges of(CopiedMiddle middle, Deadline deadline) throws IOException {
    var edges = new ClipEdges(middle.configuration(), Optional.empty(), Optional.empty());
    var plan = middle.plan();
    if (plan.head().isPresent()) {
      var head = edges.make(plan.head().get(), middle, middle.entryIdrId(), deadline);
      edges = new ClipEdges(head.configuration(), Optional.of(head), Optional.empty());
    }
    if (plan.tail().isPresent()) {
      var tail = edges.make(plan.tail().get(), middle, middle.lastIdrId(), deadline);
      edges = new ClipEdges(tail.configuration(), edges.head, Optional.of(tail));
    }
    return edges;
  }

  private CheckedEdge make(
      VideoPlan.Edge edge, CopiedMiddle middle, int neighbourIdrId, Deadline deadline)
      throws IOException {
    EncodedEdge encoded;
    try (var coder = new EdgeCoder(edge, middle.plan().samples(), configuration, deadline)) {
      encoded = coder.encode(middle.master());
    }
    var sets = middle.configuration().parameterSets();
    return new CheckedEdge(JoinedEdge.of(encoded, configuration, sets, neighbourIdrId));
  }

  /** Pictures before the copied ones, in order of presentation. */
  public List<EdgeSample> head() {
    return head.map(CheckedEdge::samples).orElse(List.of());
  }

  /** Pictures behind the copied ones, in order of presentation. */
  public List<EdgeSample> tail() {
    return tail.map(CheckedEdge::samples).orElse(List.of());
  }

  /** The {@code avcC} of the clip; the master's own unless an edge needs parameter sets more. */
  public AvcConfiguration configuration() {
    return configuration;
  }

  /** The best method that did for both edges; {@code COPY} if there is none. */
  public CutMethod method() {
    return worse().map(EdgeJoin::method).orElse(CutMethod.COPY);
  }

  /** Why no better method did. */
  public Optional<FallbackReason> reason() {
    return worse().flatMap(EdgeJoin::reason);
  }

  private Optional<EdgeJoin> worse() {
    var first = head.map(CheckedEdge::join);
    var second = tail.map(CheckedEdge::join);
    boolean tailIsWorse =
        second.isPresent()
            && (first.isEmpty() || second.get().method().compareTo(first.get().method()) > 0);
    return tailIsWorse ? second : first;
  }
}
