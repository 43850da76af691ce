package clipdesk.cutter.edges;

import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.List;

/** An edge that was read again under the clip's parameter sets: there is none that was not. */
record CheckedEdge(JoinedEdge edge) {
  /**
   * @throws VerificationFailedException if the pictures do not follow from each other
   */
  CheckedEdge {
    new EdgeVerifier(edge.join().configuration())
        .verify(edge.samples().stream().map(EdgeSample::bytes).toList());
  }

  EdgeJoin join() {
    return edge.join();
  }

  List<EdgeSample> samples() {
    return edge.samples();
  }

  /** The {@code avcC} under which the edge was read. */
  AvcConfiguration configuration() {
    return edge.join().configuration();
  }
}
