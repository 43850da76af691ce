package clipdesk.cutter;

import clipdesk.cutter.codec.EdgeCoder;
import clipdesk.cutter.codec.EncodedEdge;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.EdgeJoin;
import clipdesk.cutter.h264.EdgeRewriter;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.plan.VideoTrack.EdgeSample;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.verify.EdgeVerifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes the edges of one clip and fits them to the copied middle. Holds the clip's avcC. */
final class EdgeEncoding {
  private static final int MAX_SHORT_IDR_ID = 255;

  private final VideoPlan plan;
  private final RecentReads master;
  private final ParameterSets masterSets;
  private final long deadlineNanos;
  private AvcConfiguration configuration;
  private Optional<AccessUnit> entrySample = Optional.empty();
  private CutMethod method = CutMethod.COPY;
  private Optional<FallbackReason> reason = Optional.empty();

  EdgeEncoding(
      VideoPlan plan, RecentReads master, AvcConfiguration configuration, long deadlineNanos) {
    this.plan = plan;
    this.master = master;
    this.masterSets = configuration.parameterSets();
    this.configuration = configuration;
    this.deadlineNanos = deadlineNanos;
  }

  /**
   * @param entryIdrId {@code idr_pic_id} of the picture behind the head
   */
  List<EdgeSample> head(int entryIdrId) throws IOException {
    return plan.head().isEmpty() ? List.of() : encode(plan.head().get(), entryIdrId);
  }

  /**
   * @param lastIdrId {@code idr_pic_id} of the last IDR picture in front of the tail
   */
  List<EdgeSample> tail(int lastIdrId) throws IOException {
    return plan.tail().isEmpty() ? List.of() : encode(plan.tail().get(), lastIdrId);
  }

  private List<EdgeSample> encode(VideoPlan.Edge edge, int neighbourIdrId) throws IOException {
    EncodedEdge encoded;
    try (var coder = new EdgeCoder(edge, plan.samples(), configuration, deadlineNanos)) {
      encoded = coder.encode(master);
    }
    var join = EdgeJoin.choose(configuration, masterSets, encoded.masterPps(), encoded.headers());
    configuration = join.configuration();
    if (join.method().compareTo(method) > 0) {
      method = join.method();
      reason = join.reason();
    }
    var rewriter =
        new EdgeRewriter(join, (neighbourIdrId + 1) & MAX_SHORT_IDR_ID, encoded.delimiters());
    List<EdgeSample> samples = new ArrayList<>();
    for (var picture : encoded.pictures()) {
      samples.add(
          new EdgeSample(rewriter.rewrite(picture.stream(), picture.captions()), picture.pts()));
    }
    new EdgeVerifier(configuration).verify(samples.stream().map(EdgeSample::bytes).toList());
    return samples;
  }

  /** {@code idr_pic_id} of the last copied IDR picture, {@code otherwise} if none is copied. */
  int lastCopiedIdrId(int otherwise) throws IOException {
    var samples = plan.samples();
    for (int i = plan.copyEnd() - 1; i >= Math.max(plan.entry(), 0); i--) {
      if (plan.isCopied(i) && samples.isSync(i)) {
        var header = Pictures.firstSlice(sample(i), masterSets);
        if (header.isIdr()) {
          return header.numbers().idrPicId();
        }
      }
    }
    return otherwise;
  }

  /** The first copied picture, taken apart. */
  AccessUnit entrySample() throws IOException {
    if (entrySample.isEmpty()) {
      entrySample = Optional.of(sample(plan.entry()));
    }
    return entrySample.get();
  }

  private AccessUnit sample(int index) throws IOException {
    if (index == plan.entry() && entrySample.isPresent()) {
      return entrySample.get();
    }
    var bytes = ByteBuffer.allocate(plan.samples().size(index));
    master.read(plan.samples().offset(index), bytes);
    return AccessUnit.parse(bytes.array(), configuration.lengthBytes());
  }

  /** What the clip's video needs besides the master's own parameter sets. */
  AvcConfiguration configuration() {
    return configuration;
  }

  /** The best method that did for all edges so far; {@code COPY} if there was none. */
  CutMethod method() {
    return method;
  }

  Optional<FallbackReason> reason() {
    return reason;
  }
}
