package clipdesk.cutter.index;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.plan.FrameClock;
import clipdesk.cutter.plan.FrameTimeline;
import clipdesk.cutter.plan.Moment;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.transport.Assembly;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The index of a master, however it was read. */
public final class Mp4Index implements MasterIndex {
  private final String identity;
  private final long sizeBytes;
  private final Movie movie;
  private final Track video;
  private final FrameTimeline timeline;
  private final Optional<Timecode> timecode;
  private final List<NamedTrack> named;
  private final Optional<UnaryOperator<ByteSource>> assembly;

  private Mp4Index(
      String identity,
      long sizeBytes,
      Movie movie,
      Track video,
      FrameTimeline timeline,
      Optional<Timecode> timecode,
      Optional<UnaryOperator<ByteSource>> assembly) {
    this.identity = identity;
    this.sizeBytes = sizeBytes;
    this.movie = movie;
    this.video = video;
    this.timeline = timeline;
    this.timecode = timecode;
    this.named = named(movie);
    this.assembly = assembly;
  }

  /**
   * @param master where the timecode sample lies
   * @throws UnsupportedMasterException if the movie has no video track
   */
  public static Mp4Index of(Movie movie, CachedReader master) throws IOException {
    Optional<Timecode> timecode = Optional.empty();
    for (var track : movie.tracks()) {
      if (timecode.isEmpty() && track.kind() == TrackKind.TIMECODE) {
        timecode = Timecode.read(track, master);
      }
    }
    return of(movie, master.source().identity(), master.sizeBytes(), timecode);
  }

  /** As {@link #of(Movie, CachedReader)}, with a timecode that is known already. */
  static Mp4Index of(Movie movie, String identity, long sizeBytes, Optional<Timecode> timecode)
      throws IOException {
    var video = mainVideo(movie);
    return new Mp4Index(
        identity,
        sizeBytes,
        movie,
        video,
        FrameTimeline.of(video, movie),
        timecode,
        Optional.empty());
  }

  /** The first video track that is more than a single picture, such as a cover. */
  private static Track mainVideo(Movie movie) {
    var videos = movie.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO).toList();
    return videos.stream()
        .filter(track -> track.samples().count() > 1)
        .findFirst()
        .or(() -> videos.stream().findFirst())
        .orElseThrow(
            () ->
                new UnsupportedMasterException(
                    FallbackReason.NO_PICTURE, "the movie has no video track"));
  }

  private static List<NamedTrack> named(Movie movie) {
    List<NamedTrack> named = new ArrayList<>();
    var counts = new int[TrackInfo.Kind.values().length];
    for (var track : movie.tracks()) {
      var shown = TrackNames.kind(track.kind());
      if (shown.isPresent()) {
        var kind = shown.get();
        int number = ++counts[kind.ordinal()];
        named.add(new NamedTrack(TrackNames.info(kind, number, track, movie.isQuickTime()), track));
      }
    }
    return List.copyOf(named);
  }

  @Override
  public Mp4Index withMetadataWhole() {
    return new Mp4Index(
        identity, sizeBytes, movie.withMetadataWhole(), video, timeline, timecode, assembly);
  }

  /**
   * The same of a master that holds its samples in pieces.
   *
   * @param samples makes of the master the bytes in which they have their offsets
   */
  Mp4Index assembledBy(UnaryOperator<ByteSource> samples) {
    return new Mp4Index(
        identity, sizeBytes, movie, video, timeline, timecode, Optional.of(samples));
  }

  @Override
  public Optional<Assembly> packets() {
    return assembly.flatMap(
        samples ->
            switch (samples) {
              case Assembly ofPackets -> Optional.of(ofPackets);
              case KeptAssembly kept -> Optional.of(kept.assembly());
              default -> Optional.empty();
            });
  }

  @Override
  public boolean samplesAreWhole() {
    return assembly.isEmpty();
  }

  @Override
  public ByteSource samplesOf(ByteSource master) {
    return assembly.map(samples -> samples.apply(master)).orElse(master);
  }

  @Override
  public Movie movie() {
    return movie;
  }

  @Override
  public Track video() {
    return video;
  }

  @Override
  public FrameTimeline timeline() {
    return timeline;
  }

  @Override
  public Optional<Timecode> timecode() {
    return timecode;
  }

  @Override
  public List<NamedTrack> namedTracks() {
    return named;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public List<TrackInfo> tracks() {
    return named.stream().map(NamedTrack::info).toList();
  }

  @Override
  public long frames() {
    return timeline.frames();
  }

  @Override
  public Optional<FrameRate> constantFrameRate() {
    return timeline.constantRate();
  }

  @Override
  public long durationMs() {
    long scale = video.timescale();
    return Math.floorDiv(Math.multiplyExact(2000, timeline.durationTicks()) + scale, 2 * scale);
  }

  @Override
  public Optional<String> startTimecode() {
    return clock().labelOf(0);
  }

  /** When each frame is shown, by its seconds and its label. */
  public FrameClock clock() {
    return new FrameClock(
        timeline.frames(), frame -> Moment.shown(timeline.pts(frame), video, movie), timecode);
  }

  @Override
  public long frameAt(BigDecimal seconds) {
    return clock().frameAt(seconds);
  }

  @Override
  public long frameLabelled(String label) {
    return clock().frameLabelled(label);
  }
}
