package clipdesk.cutter.edges;

import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.ParameterSets;
import java.util.ArrayList;
import java.util.List;

/** An encoded edge as samples of the clip's stream, under parameter sets that the clip has. */
record JoinedEdge(EdgeJoin join, List<EdgeSample> samples) {
  private static final int MAX_SHORT_IDR_ID = 255;

  /**
   * @param clip the configuration of the clip so far
   * @param neighbourIdrId {@code idr_pic_id} of the copied IDR picture next to the edge
   */
  static JoinedEdge of(
      EncodedEdge encoded, AvcConfiguration clip, ParameterSets masterSets, int neighbourIdrId) {
    var join = EdgeJoin.choose(clip, masterSets, encoded.masterPps(), encoded.headers());
    var rewriter =
        new EdgeRewriter(join, (neighbourIdrId + 1) & MAX_SHORT_IDR_ID, encoded.delimiters());
    List<EdgeSample> samples = new ArrayList<>();
    for (var picture : encoded.pictures()) {
      samples.add(
          new EdgeSample(rewriter.rewrite(picture.stream(), picture.captions()), picture.pts()));
    }
    return new JoinedEdge(join, samples);
  }
}
