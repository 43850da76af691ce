package clipdesk.cutter.edges;

import clipdesk.cutter.codec.SampleDecoding;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Encoded pictures that were decoded again, as a player of the clip does. */
public final class DecodedEdge {
  /** Edges have more than 40 dB where they were measured; another frame has far less. */
  private static final double LEAST_DECIBELS = 28;

  private DecodedEdge() {}

  /**
   * @param masters what each frame should show, by its time
   * @throws VerificationFailedException if a frame does not decode to what it should show
   */
  public static void require(
      SampleDecoding.Decoders decoders, List<EdgeSample> samples, Map<Long, Thumbnail> masters) {
    Set<Long> right = new HashSet<>();
    try (var decoder =
        decoders.with(
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
