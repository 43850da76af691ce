package clipdesk.cutter.edges;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.EncoderSettings;
import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.SeiMessages;
import clipdesk.cutter.h264.SliceHeader;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.io.SpanReader;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the stretch that holds an edge and encodes the frames of the edge again. Pictures that
 * nothing refers to and nobody wants are not even decoded.
 */
final class EdgeCoder implements AutoCloseable {
  /** Pictures whose quantisers are averaged; those that others build on have the finer ones. */
  private static final int QP_PICTURES = 4;

  private final VideoPlan.Edge edge;
  private final SampleWindow samples;
  private final AvcConfiguration configuration;
  private final ParameterSets sets;
  private final Deadline deadline;
  private final FrameDecoder decoder;
  private final LeafPictures leaves;
  private final Deque<SliceHeader> recent = new ArrayDeque<>();
  private final Map<Long, List<byte[]>> captions = new HashMap<>();
  private Optional<SliceHeader> newest = Optional.empty();
  private boolean delimiters = true;
  private Optional<FrameEncoder> encoder = Optional.empty();
  private int frames;

  /**
   * @param deadline after which the work is given up
   */
  EdgeCoder(
      VideoPlan.Edge edge,
      SampleWindow samples,
      AvcConfiguration configuration,
      Deadline deadline) {
    this.edge = edge;
    this.samples = samples;
    this.configuration = configuration;
    this.sets = configuration.parameterSets();
    this.deadline = deadline;
    this.decoder = new FrameDecoder(configuration.toBytes(), this::take);
    this.leaves = new LeafPictures(edge, samples);
  }

  /**
   * @throws UnsupportedMasterException if the codecs do not deliver each frame of the edge once, or
   *     the pictures use tools that are not taken
   */
  EncodedEdge encode(RecentReads master) throws IOException {
    var reader =
        new SpanReader(
            master,
            new SpanReader.Pieces(
                samples::offset,
                samples::size,
                i -> !leaves.mayBe(i),
                edge.decodeFrom(),
                edge.decodeEnd()));
    int leftOut = 0;
    for (int i = edge.decodeFrom(); i < edge.decodeEnd(); i++) {
      deadline.requireTime();
      if (leaves.mayBe(i)) {
        leftOut++;
        continue;
      }
      var sample = parse(reader.read(i));
      if (leftOut > 0 && !wereLeaves(leftOut, sample)) {
        for (int missed = i - leftOut; missed < i; missed++) {
          decode(missed, parse(reader.read(missed)));
        }
      }
      leftOut = 0;
      decode(i, sample);
    }
    decoder.finish();
    if (encoder.isEmpty() || frames != edge.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "the decoder gave %d of %d frames".formatted(frames, edge.frames()));
    }
    return collected(encoder.get());
  }

  private boolean wereLeaves(int leftOut, AccessUnit next) {
    var header = Pictures.firstSlice(next, sets);
    var sps = sets.spsOf(sets.pps(header.ppsId()));
    return leaves.wereLeaves(leftOut, header, sps.maxFrameNum());
  }

  private AccessUnit parse(byte[] sample) {
    return AccessUnit.parse(sample, configuration.lengthBytes());
  }

  private void decode(int index, AccessUnit sample) {
    long pts = samples.pts(index);
    boolean wanted = edge.holds(pts);
    inspect(sample, pts, wanted);
    if (wanted || !sample.isDisposable() || index == edge.decodeFrom()) {
      decoder.decode(sample.bytes(), pts);
    }
  }

  private EncodedEdge collected(FrameEncoder encoded) {
    List<EncodedEdge.Picture> pictures = new ArrayList<>();
    for (var picture : encoded.finish()) {
      pictures.add(
          new EncodedEdge.Picture(
              picture.stream(), picture.pts(), captions.getOrDefault(picture.pts(), List.of())));
    }
    if (pictures.size() != edge.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "the encoder gave %d of %d frames".formatted(pictures.size(), edge.frames()));
    }
    byte[] headers = encoded.headers();
    return new EncodedEdge(
        pictures,
        headers.length > 0 ? headers : pictures.getFirst().stream(),
        sets.pps(newest.orElseThrow().ppsId()),
        delimiters);
  }

  private void inspect(AccessUnit sample, long pts, boolean wanted) {
    Pictures.requireKnownSets(sample, configuration);
    var header = Pictures.firstSlice(sample, sets);
    newest = Optional.of(header);
    leaves.see(header);
    if (header.type() != SliceHeader.Type.I && header.refIdc() != 0) {
      recent.addLast(header);
    }
    if (recent.size() > QP_PICTURES) {
      recent.removeFirst();
    }
    delimiters &=
        !sample.units().isEmpty() && sample.units().getFirst().type() == Nal.ACCESS_UNIT_DELIMITER;
    if (wanted) {
      captions.put(pts, SeiMessages.only(sample, SeiMessages.REGISTERED_USER_DATA));
    }
  }

  private void take(AVFrame frame) {
    long pts = frame.pts();
    if (!edge.holds(pts)) {
      return;
    }
    deadline.requireTime();
    if (encoder.isEmpty()) {
      encoder = Optional.of(new FrameEncoder(settings(), frame));
    }
    encoder.get().encode(frame, pts);
    frames++;
  }

  private EncoderSettings settings() {
    var header = newest.orElseThrow();
    double qp = recent.stream().mapToInt(SliceHeader::sliceQp).average().orElse(header.sliceQp());
    boolean bottomFirst = header.numbers().deltaPocBottom() < 0;
    return EdgeSettings.matching(sets, header, qp, bitsPerSecond(), bottomFirst);
  }

  /** Of the stretch at the edge's nominal rate; only an encoder without quantiser asks. */
  private long bitsPerSecond() {
    long bytes = 0;
    for (int i = edge.decodeFrom(); i < edge.decodeEnd(); i++) {
      bytes += samples.size(i);
    }
    double bitsPerPicture = 8.0 * bytes / (edge.decodeEnd() - edge.decodeFrom());
    return Math.round(bitsPerPicture * EncoderSettings.Pace.OF_AN_EDGE.framesPerSecond());
  }

  @Override
  public void close() {
    decoder.close();
    encoder.ifPresent(FrameEncoder::close);
  }
}
