package clipdesk.cutter.hevc;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.codec.EncoderSettings.Pace;
import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.h265.HevcNal;
import clipdesk.cutter.io.SpanReader;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the stretch that holds an edge and encodes its frames again: an IDR picture, then P
 * pictures in order of presentation, each with what the master's picture says beside its pixels.
 */
final class HevcEdgeCoder implements AutoCloseable {
  /** One picture after the other; the decoder waits meanwhile. */
  private static final int ENCODER_THREADS = 1;

  /** Above 40 dB for all that was measured. */
  private static final String QUALITY = "14";

  private static final String PICTURES =
      "bframes=0:keyint=-1:scenecut=0:open-gop=0:info=0:ref=1:log-level=none";

  private final VideoPlan.Edge edge;
  private final HevcMiddle middle;
  private final Deadline deadline;
  private final FrameDecoder decoder;
  private final Map<Long, EncodedHevcEdge.Beside> beside = new HashMap<>();
  private final Map<Long, Thumbnail> masters = new HashMap<>();
  private Optional<FrameEncoder> encoder = Optional.empty();

  HevcEdgeCoder(VideoPlan.Edge edge, HevcMiddle middle, Deadline deadline) {
    this.edge = edge;
    this.middle = middle;
    this.deadline = deadline;
    this.decoder = middle.decoder(this::take);
  }

  /**
   * @throws UnsupportedMasterException if the encoder does not give each frame once, or the
   *     pictures have sets that the clip would not
   * @throws MalformedMasterException if not all frames can be decoded
   */
  EncodedHevcEdge encode() throws IOException {
    var samples = middle.plan().samples();
    var reader =
        new SpanReader(
            middle.master(),
            new SpanReader.Pieces(
                samples::offset, samples::size, i -> true, edge.decodeFrom(), edge.decodeEnd()));
    int lengthBytes = middle.configuration().lengthBytes();
    for (int i = edge.decodeFrom(); i < edge.decodeEnd(); i++) {
      deadline.requireTime();
      long pts = samples.pts(i);
      var sample = HevcSample.parse(reader.read(i), lengthBytes);
      requireKnownSets(sample);
      boolean wanted = edge.holds(pts);
      if (wanted) {
        beside.put(pts, beside(sample));
      }
      if (wanted || i == edge.decodeFrom() || !isDisposable(sample)) {
        decoder.decode(sample.bytes(), pts);
      }
    }
    decoder.finish();
    if (masters.size() != edge.frames()) {
      throw new MalformedMasterException(
          MalformedMasterException.PICTURE,
          samples.offset(edge.decodeFrom()),
          "%d of %d frames can be decoded".formatted(masters.size(), edge.frames()));
    }
    return encoded(encoder.orElseThrow());
  }

  private boolean isDisposable(HevcSample sample) {
    return middle.configuration().hasOneTemporalLayer()
        && HevcNal.isDisposable(sample.pictureType());
  }

  /** A set that only stands in front of the copied pictures would be missing behind the edge. */
  private void requireKnownSets(HevcSample sample) {
    if (!middle.plan().copiesAnything()) {
      return;
    }
    var known = middle.parameterSets();
    for (byte[] set : sample.parameterSets()) {
      if (known.stream().noneMatch(unit -> Arrays.equals(unit, set))) {
        throw new UnsupportedMasterException(
            FallbackReason.IN_BAND_PARAMETER_SETS,
            "a set of type %d differs".formatted(HevcNal.type(set[0])));
      }
    }
  }

  private static EncodedHevcEdge.Beside beside(HevcSample sample) {
    return new EncodedHevcEdge.Beside(
        HevcSei.only(sample.units(), HevcSei.OF_EACH_PICTURE),
        sample.units().stream()
            .filter(unit -> HevcNal.type(unit[0]) == HevcNal.DOLBY_VISION_METADATA)
            .toList());
  }

  private void take(AVFrame frame) {
    long pts = frame.pts();
    if (!edge.holds(pts) || masters.containsKey(pts)) {
      return;
    }
    deadline.requireTime();
    if (encoder.isEmpty()) {
      encoder = Optional.of(new FrameEncoder(settings(), frame));
    }
    masters.put(pts, Thumbnail.of(frame));
    encoder.get().encode(frame, pts);
  }

  private static EncoderSettings settings() {
    var options =
        Map.of("preset", "ultrafast", "crf", QUALITY, "a53cc", "0", "x265-params", PICTURES);
    return new EncoderSettings(
        HevcEdges.ENCODER, options, 0, /* interlaced= */ false, ENCODER_THREADS, Pace.OF_AN_EDGE);
  }

  private EncodedHevcEdge encoded(FrameEncoder encoder) {
    var pictures = encoder.finish();
    if (pictures.size() != edge.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "the encoder gave %d of %d frames".formatted(pictures.size(), edge.frames()));
    }
    byte[] headers = encoder.headers();
    return new EncodedHevcEdge(
        pictures, headers.length > 0 ? headers : pictures.getFirst().stream(), beside, masters);
  }

  @Override
  public void close() {
    decoder.close();
    encoder.ifPresent(FrameEncoder::close);
  }
}
