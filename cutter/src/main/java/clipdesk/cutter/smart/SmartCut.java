package clipdesk.cutter.smart;

import clipdesk.cutter.codec.Deadline;
import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.codec.SampleDecoding;
import clipdesk.cutter.edges.ClipEdges;
import clipdesk.cutter.edges.CopiedMiddle;
import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.hevc.HevcEdges;
import clipdesk.cutter.hevc.HevcMiddle;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.io.Waiting;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.PictureObject;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mpeg2.Mpeg2Edges;
import clipdesk.cutter.mpeg2.Mpeg2Middle;
import clipdesk.cutter.output.Delivery;
import clipdesk.cutter.output.SampleRewriter;
import clipdesk.cutter.output.StreamingOutput;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.plan.VideoPlanner;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutClock;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.CutReport.Position;
import clipdesk.cutter.verify.ClipVerifier;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * One cut that copies what it can. Everything is decided from parsed headers; what does not fit
 * leaves as {@link UnsupportedMasterException}, with nothing published.
 */
public final class SmartCut {
  private final Job job;
  private final SampleIndex index;
  private final ByteSource master;
  private final RecentReads edgeBytes;
  private final ClipSink sink;
  private final CutClock clock;
  private final VideoPlan plan;
  private final Track video;
  private final OtherTracksCut others;
  private final EarlyMiddle early;

  /**
   * What to cut.
   *
   * @param tracks ids of the tracks to keep; empty keeps all
   * @param timeLimit how long the edges may take to encode
   * @param unreferencedBytesAllowed whether the clip may carry bytes that no track shows
   */
  public record Job(
      FrameRange range,
      SampleIndex index,
      Set<String> tracks,
      Duration timeLimit,
      boolean unreferencedBytesAllowed) {}

  /**
   * What was cut and sent, and passed its check; not published yet.
   *
   * @param in first frame of the clip
   * @param out first frame after the clip
   * @param dropped tracks that are not in the clip although they were asked for
   */
  public record Done(
      CutReport.Frames frames,
      Position in,
      Position out,
      CutMethod method,
      Optional<FallbackReason> reason,
      List<CutReport.Audio> audio,
      List<String> dropped,
      Delivery delivery) {}

  public SmartCut(Job job, ByteSource master, ClipSink sink, CutClock clock) throws IOException {
    this.job = job;
    this.index = job.index();
    this.master = master;
    this.edgeBytes = new RecentReads(master);
    this.sink = sink;
    this.clock = clock;
    this.video = index.video();
    this.plan = new VideoPlanner(video.samples(), index.timeline()).plan(job.range());
    this.others = OtherTracksCut.of(job.tracks(), index, plan);
    this.early = new EarlyMiddle(job, plan, master, edgeBytes, sink);
  }

  /** Cuts, sends and checks; whoever calls publishes. */
  public Done run() throws IOException {
    try (early) {
      return cut();
    }
  }

  private Done cut() throws IOException {
    if (plan.samples().description() != 1) {
      throw new UnsupportedMasterException(
          FallbackReason.SAMPLE_DESCRIPTIONS, "the range does not use the first description");
    }
    return switch (video.description().format()) {
      case "avc1" -> cutH264();
      case "avc3" -> throw new UnsupportedMasterException(FallbackReason.AVC3, "sample entry avc3");
      case "hvc1", "hev1", "dvh1", "dvhe" -> cutHevc();
      default -> isMpeg2() ? cutMpeg2() : copyIntra();
    };
  }

  /** In MP4 a sequence header may stand beside the samples: what is all intra goes as it is. */
  private boolean isMpeg2() {
    boolean alone = video.samples().everySampleIsSync() && !index.movie().isForeign();
    return PictureObject.isMpeg2(video.description()) && !alone;
  }

  /** Codecs whose every frame stands alone need no knowledge of the codec. */
  private Done copyIntra() throws IOException {
    boolean whole = plan.head().isEmpty() && plan.tail().isEmpty();
    if (!video.samples().everySampleIsSync() || !whole) {
      throw new UnsupportedMasterException(
          FallbackReason.VIDEO_CODEC, "sample entry " + video.description().format());
    }
    early.copyInside(plan::copiedFrom);
    return deliver(ClipPicture.plain(track(List.of(), List.of()), CutMethod.COPY), () -> 0);
  }

  private ClipTrack track(List<EdgeSample> head, List<EdgeSample> tail) {
    return VideoTrack.build(
        video, video.description().box(), plan, head, tail, /* entry= */ Optional.empty());
  }

  private Callable<Integer> copiedCheck(
      SampleDecoding.Decoders decoders, Predicate<byte[]> startsDecoding) {
    return () -> new CopiedPictures(plan, edgeBytes).requireWhole(decoders, startsDecoding);
  }

  /** The middle goes on its way while the edges are encoded, unless its headers must change. */
  private Done cutH264() throws IOException {
    var deadline = Deadline.in(job.timeLimit());
    var middle = CopiedMiddle.of(video, plan, edgeBytes);
    if (!middle.isOpen()) {
      early.begin(this::copiedTracks);
    }
    clock.enter(CutPhase.ENCODING_EDGES, 10);
    var edges = ClipEdges.of(middle, deadline);
    var track =
        VideoTrack.build(
            video, description(middle, edges), plan, edges.head(), edges.tail(), Optional.empty());
    var rewriter =
        middle.isOpen()
            ? Optional.of(new OpenGopOrder(plan, master, middle).forSamples(track.samples()))
            : Optional.<SampleRewriter>empty();
    return deliver(
        new ClipPicture(track, edges.method(), edges.reason(), rewriter),
        copiedCheck(middle::strictDecoder, middle::startsDecoding));
  }

  /** Only the first copied picture changes, so the store copies what stands behind it. */
  private Done cutHevc() throws IOException {
    var deadline = Deadline.in(job.timeLimit());
    var middle = HevcMiddle.of(video, plan, edgeBytes);
    clock.enter(CutPhase.ENCODING_EDGES, 10);
    var edges = orCopyable(() -> HevcEdges.of(middle, deadline));
    var entry = middle.changedEntry();
    var description =
        edges.method() == CutMethod.COPY
            ? video.description().box()
            : video.description().withConfig("hvcC", edges.configuration());
    var track = VideoTrack.build(video, description, plan, edges.head(), edges.tail(), entry);
    early.copyInside(() -> entry.isPresent() ? plan.copiedFromBehindEntry() : plan.copiedFrom());
    return deliver(
        new ClipPicture(track, edges.method(), edges.reason(), Optional.empty()),
        copiedCheck(middle::strictDecoder, middle::startsDecoding));
  }

  private Done cutMpeg2() throws IOException {
    var deadline = Deadline.in(job.timeLimit());
    var middle = Mpeg2Middle.of(plan, edgeBytes);
    early.begin(this::copiedTracks);
    clock.enter(CutPhase.ENCODING_EDGES, 10);
    var edges = orCopyable(() -> Mpeg2Edges.of(middle, deadline));
    return deliver(
        ClipPicture.plain(track(edges.head(), edges.tail()), edges.method()),
        copiedCheck(middle::strictDecoder, middle::startsDecoding));
  }

  private interface Edges<T> {
    T encoded() throws IOException;
  }

  private <T> T orCopyable(Edges<T> edges) throws IOException {
    try {
      return edges.encoded();
    } catch (UnsupportedMasterException e) {
      throw e.withCopyable(plan.copyable(job.range()));
    }
  }

  private byte[] description(CopiedMiddle middle, ClipEdges edges) {
    return edges.configuration().equals(middle.configuration())
        ? video.description().box()
        : video.description().withConfig("avcC", edges.configuration().toBytes());
  }

  /** All that is known of the clip's tracks before its edges are. */
  private List<ClipTrack> copiedTracks() {
    return others.inOrder(index.movie(), track(List.of(), List.of()));
  }

  /**
   * Puts the clip together while a sample of what is copied is decoded: the edges' codecs are gone,
   * and neither needs what the other does.
   *
   * @param check gives the number of copied pictures that it decoded
   */
  private Done deliver(ClipPicture picture, Callable<Integer> check) throws IOException {
    var decoded = NativeCalls.beside(check);
    try {
      var tracks = others.inOrder(index.movie(), picture.track());
      var delivery = send(picture, tracks);
      clock.enter(CutPhase.FINISHING, 95);
      var told = new ToldFrames(job.range(), index.timeline(), plan, video.timescale());
      new ClipVerifier(delivery.header(), delivery.sizeBytes())
          .verify(tracks, picture.track(), told.times());
      return new Done(
          told.frames(Waiting.get(decoded)),
          told.position(job.range().in(), others.startTimecode()),
          told.position(job.range().out(), others.endTimecode()),
          picture.method(),
          picture.reason(),
          others.audio(),
          others.dropped(),
          delivery);
    } finally {
      decoded.cancel(/* mayInterruptIfRunning= */ true);
    }
  }

  private Delivery send(ClipPicture picture, List<ClipTrack> tracks) throws IOException {
    clock.enter(CutPhase.COPYING, 50);
    IntConsumer percent = done -> clock.enter(CutPhase.COPYING, 50 + done * 45 / 100);
    var begun = early.output();
    return begun.isPresent()
        ? begun.get().send(index.movie(), tracks, percent)
        : new StreamingOutput(index.movie(), tracks)
            .send(master, sink, picture.rewriter(), percent);
  }
}
