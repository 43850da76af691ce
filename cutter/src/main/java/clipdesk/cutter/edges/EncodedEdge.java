package clipdesk.cutter.edges;

import clipdesk.cutter.h264.Pps;
import java.util.List;

/**
 * The pictures of an edge as the encoder wrote them.
 *
 * @param headers the encoder's parameter sets, as a byte stream
 * @param masterPps the set of the master's pictures near the edge
 * @param delimiters whether the master's samples start with access unit delimiters
 */
record EncodedEdge(List<Picture> pictures, byte[] headers, Pps masterPps, boolean delimiters) {

  /**
   * @param stream NAL units behind start codes
   * @param captions SEI units of the master's picture shown at the same time
   */
  record Picture(byte[] stream, long pts, List<byte[]> captions) {}
}
