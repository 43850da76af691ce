package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An encoded edge that was decoded again under the clip's parameter sets.
 *
 * @param configuration of the clip so far
 * @param masters what each frame should show, by its time
 */
record HevcEdge(
    List<EdgeSample> samples, HevcConfiguration configuration, Map<Long, Thumbnail> masters) {
  /** Edges have more than 40 dB where they were measured; another frame has far less. */
  private static final double LEAST_DECIBELS = 28;

  /**
   * @throws VerificationFailedException if a frame does not decode to what it should show
   */
  HevcEdge {
    Set<Long> right = new HashSet<>();
    try (var decoder =
        FrameDecoder.ofHevc(
            configuration.toBytes(),
            frame -> {
              var master = masters.get(frame.pts());
              if (master != null && Thumbnail.of(frame).psnr(master) >= LEAST_DECIBELS) {
                right.add(frame.pts());
              }
            })) {
      for (var sample : samples) {
        decoder.decode(sample.bytes(), sample.pts());
      }
      decoder.finish();
    } catch (UnsupportedMasterException e) {
      throw new VerificationFailedException("An edge does not decode: " + e.getMessage());
    }
    if (right.size() != samples.size()) {
      throw new VerificationFailedException(
          "%d of %d frames of an edge decode".formatted(right.size(), samples.size()));
    }
  }
}
