package clipdesk.cutter;

import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.OpenGopRewriter;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.Delivery;
import clipdesk.cutter.output.RangeCopyOutput;
import clipdesk.cutter.output.StreamingOutput;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.plan.VideoPlanner;
import clipdesk.cutter.plan.VideoTrack;
import clipdesk.cutter.plan.VideoTrack.EdgeSample;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutClock;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.verify.ClipVerifier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One cut that copies what it can. Everything is decided from parsed headers; what does not fit
 * leaves as {@link UnsupportedMasterException}, with nothing published.
 */
final class SmartCut {
  private static final int OPEN_ENTRY_IDR_ID = 7;

  private final CutRequest request;
  private final SampleIndex index;
  private final ByteSource master;
  private final RecentReads edgeBytes;
  private final ClipSink sink;
  private final CutClock clock;
  private final VideoPlan plan;
  private final Track video;

  SmartCut(CutRequest request, SampleIndex index, ByteSource master, ClipSink sink, CutClock clock)
      throws IOException {
    this.request = request;
    this.index = index;
    this.master = master;
    this.edgeBytes = new RecentReads(master);
    this.sink = sink;
    this.clock = clock;
    this.video = index.video();
    this.plan = new VideoPlanner(video.samples(), index.timeline()).plan(request.range());
  }

  /** What was cut and sent, and passed its check; not published yet. */
  record Result(
      VideoPlan plan,
      CutMethod method,
      Optional<FallbackReason> reason,
      OtherTracksCut others,
      Delivery delivery) {}

  Result run() throws IOException {
    if (plan.samples().description() != 1) {
      throw new UnsupportedMasterException(
          FallbackReason.SAMPLE_DESCRIPTIONS, "the range does not use the first description");
    }
    return switch (video.description().format()) {
      case "avc1" -> cutH264();
      case "avc3" -> throw new UnsupportedMasterException(FallbackReason.AVC3, "sample entry avc3");
      case "hvc1", "hev1", "dvh1", "dvhe" ->
          throw new UnsupportedMasterException(
              FallbackReason.HEVC, "sample entry " + video.description().format());
      default -> copyIntra();
    };
  }

  /** Codecs whose every frame stands alone need no knowledge of the codec. */
  private Result copyIntra() throws IOException {
    boolean whole = plan.head().isEmpty() && plan.tail().isEmpty();
    if (!video.samples().everySampleIsSync() || !whole) {
      throw new UnsupportedMasterException(
          FallbackReason.VIDEO_CODEC, "sample entry " + video.description().format());
    }
    return deliver(
        video.description().box(),
        List.of(),
        List.of(),
        CutMethod.COPY,
        Optional.empty(),
        Optional.empty(),
        rangeCopy());
  }

  private Result cutH264() throws IOException {
    var configuration =
        AvcConfiguration.parse(
            video
                .description()
                .config("avcC")
                .orElseThrow(() -> new MalformedMasterException("stsd", -1, "avc1 without avcC")));
    var edges =
        new EdgeEncoding(
            plan, edgeBytes, configuration, System.nanoTime() + request.timeLimit().toNanos());
    boolean open = plan.copiesAnything() && isOpenEntry(edges, configuration);
    var copies = open ? Optional.<RangeCopyOutput>empty() : rangeCopy();
    clock.enter(CutPhase.ENCODING_EDGES, 10);
    int entryId = entryIdrId(edges, open, configuration);
    var head = edges.head(entryId);
    int lastId = plan.tail().isEmpty() ? 0 : edges.lastCopiedIdrId(entryId);
    var tail = edges.tail(lastId);
    Optional<OpenGopOrder> openGop = Optional.empty();
    if (open) {
      var rewriter = new OpenGopRewriter(configuration, OPEN_ENTRY_IDR_ID);
      openGop = Optional.of(new OpenGopOrder(plan, master, configuration, rewriter));
    }
    byte[] description =
        edges.configuration().equals(configuration)
            ? video.description().box()
            : video.description().withConfig("avcC", edges.configuration().toBytes());
    return deliver(description, head, tail, edges.method(), edges.reason(), openGop, copies);
  }

  private boolean isOpenEntry(EdgeEncoding edges, AvcConfiguration configuration)
      throws IOException {
    var sample = edges.entrySample();
    Pictures.requireKnownSets(sample, configuration);
    return switch (Pictures.entry(sample, configuration.parameterSets())) {
      case IDR -> false;
      case RECOVERY_POINT -> true;
      case INTRA -> {
        if (video.samples().everySampleIsSync()) {
          yield true;
        }
        throw noEntry();
      }
      case NONE -> throw noEntry();
    };
  }

  private UnsupportedMasterException noEntry() {
    return new UnsupportedMasterException(
        FallbackReason.ENTRY_POINT,
        "sync sample %d is neither IDR nor a recovery point".formatted(plan.entry()));
  }

  private int entryIdrId(EdgeEncoding edges, boolean open, AvcConfiguration configuration)
      throws IOException {
    if (open || !plan.copiesAnything()) {
      return OPEN_ENTRY_IDR_ID;
    }
    var header = Pictures.firstSlice(edges.entrySample(), configuration.parameterSets());
    return header.numbers().idrPicId();
  }

  private Optional<RangeCopyOutput> rangeCopy() throws IOException {
    if (!sink.copiesRanges() || !request.unreferencedBytesAllowed() || !plan.copiesAnything()) {
      return Optional.empty();
    }
    if (!RangeCopyOutput.isWorthwhile(plan.copiedTo() - plan.copiedFrom())) {
      return Optional.empty();
    }
    var output = new RangeCopyOutput(edgeBytes, sink, plan.copiedFrom(), plan.copiedTo());
    output.startCopies();
    return Optional.of(output);
  }

  private Result deliver(
      byte[] description,
      List<EdgeSample> head,
      List<EdgeSample> tail,
      CutMethod method,
      Optional<FallbackReason> reason,
      Optional<OpenGopOrder> openGop,
      Optional<RangeCopyOutput> copies)
      throws IOException {
    var picture = VideoTrack.build(video, description, plan, head, tail);
    var others = OtherTracksCut.of(request, index, plan);
    List<ClipTrack> tracks = others.inOrder(index.movie(), picture);
    clock.enter(CutPhase.COPYING, 50);
    var delivery =
        copies.isPresent()
            ? copies.get().send(index.movie(), tracks)
            : new StreamingOutput(index.movie(), tracks)
                .send(
                    master,
                    sink,
                    openGop.map(order -> order.forSamples(picture.samples())),
                    percent -> clock.enter(CutPhase.COPYING, 50 + percent * 45 / 100));
    clock.enter(CutPhase.FINISHING, 95);
    new ClipVerifier(delivery.header(), delivery.sizeBytes()).verify(tracks, picture, frameTimes());
    return new Result(plan, method, reason, others, delivery);
  }

  private long[] frameTimes() {
    var range = request.range();
    var times = new long[Math.toIntExact(range.frames())];
    for (int i = 0; i < times.length; i++) {
      times[i] = index.timeline().pts(range.in() + i) - plan.inPts();
    }
    return times;
  }
}
