package clipdesk.cutter.mpeg2;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.codec.EncoderSettings.Pace;
import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.io.SpanReader;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the stretch that holds an edge and encodes its frames again: an I picture, then P
 * pictures in order of presentation, each with what the master's picture says beside its pixels.
 */
final class Mpeg2EdgeCoder implements AutoCloseable {
  private static final int ENCODER_THREADS = 1;

  /** The finest quantiser but one, in the unit of the encoder: above 41 dB for all measured. */
  private static final String QUALITY = String.valueOf(2 * 118);

  /**
   * One of the rates that MPEG-2 has; what is written of it is replaced, and nothing is made of it.
   */
  private static final Pace PACE = new Pace(25, 25, Pace.OF_AN_EDGE.framesPerIdr());

  private final VideoPlan.Edge edge;
  private final Mpeg2Middle middle;
  private final Deadline deadline;
  private final FrameDecoder decoder;
  private final Map<Long, EdgePicture> beside = new HashMap<>();
  private final Map<Long, Thumbnail> masters = new HashMap<>();
  private final List<Long> times = new ArrayList<>();
  private Optional<Sequence> sequence = Optional.empty();
  private Optional<FrameEncoder> encoder = Optional.empty();

  /**
   * @param deadline after which the work is given up
   */
  Mpeg2EdgeCoder(VideoPlan.Edge edge, Mpeg2Middle middle, Deadline deadline) {
    this.edge = edge;
    this.middle = middle;
    this.deadline = deadline;
    this.decoder = FrameDecoder.ofMpeg2(this::take);
  }

  /**
   * @throws UnsupportedMasterException if the codecs do not deliver each frame of the edge once, or
   *     the pictures are of a kind that is not taken
   */
  Mpeg2Edges.Checked encode() throws IOException {
    var samples = middle.plan().samples();
    var reader =
        new SpanReader(
            middle.master(),
            new SpanReader.Pieces(
                samples::offset, samples::size, i -> true, edge.decodeFrom(), edge.decodeEnd()));
    for (int i = edge.decodeFrom(); i < edge.decodeEnd(); i++) {
      deadline.requireTime();
      byte[] sample = reader.read(i);
      look(sample, i);
      decoder.decode(sample, samples.pts(i));
    }
    decoder.finish();
    if (times.size() != edge.frames()) {
      throw new MalformedMasterException(
          MalformedMasterException.PICTURE,
          samples.offset(edge.decodeFrom()),
          "%d of %d frames can be decoded".formatted(times.size(), edge.frames()));
    }
    return joined(encoder.orElseThrow().finish());
  }

  private void look(byte[] sample, int index) {
    boolean first = index == edge.decodeFrom();
    var picture = first ? Mpeg2Middle.entry(sample, index) : CodedPicture.of(sample);
    var known = sequence.or(middle::sequence).or(picture::sequence);
    boolean repeated = picture.sequence().stream().allMatch(known.orElseThrow()::isRepeatedBy);
    if (!repeated || !picture.isFrame()) {
      throw new UnsupportedMasterException(
          repeated ? FallbackReason.PAFF : FallbackReason.IN_BAND_PARAMETER_SETS,
          "sample %d is of fields, or under another sequence header".formatted(index));
    }
    sequence = known;
    long pts = middle.plan().samples().pts(index);
    if (edge.holds(pts)) {
      beside.put(pts, EdgePicture.of(sample, picture));
    }
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
    encoder.get().encode(frame, times.size());
    times.add(pts);
  }

  private EncoderSettings settings() {
    var fields = sequence.orElseThrow().isProgressive() ? "" : "+ildct+ilme";
    var options =
        Map.of(
            "flags",
            "+qscale+cgop" + fields,
            "global_quality",
            QUALITY,
            "sc_threshold",
            "1000000000",
            "a53cc",
            "0");
    return new EncoderSettings(
        "mpeg2video", options, 0, /* interlaced= */ false, ENCODER_THREADS, PACE);
  }

  private Mpeg2Edges.Checked joined(List<FrameEncoder.Picture> pictures) {
    if (pictures.size() != edge.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "the encoder gave %d of %d frames".formatted(pictures.size(), edge.frames()));
    }
    List<EdgeSample> samples = new ArrayList<>();
    for (var picture : pictures) {
      long pts = times.get((int) picture.pts());
      byte[] sample = beside.get(pts).sample(picture.stream(), sequence.orElseThrow());
      samples.add(new EdgeSample(sample, pts));
    }
    return new Mpeg2Edges.Checked(samples, masters);
  }

  @Override
  public void close() {
    decoder.close();
    encoder.ifPresent(FrameEncoder::close);
  }
}
