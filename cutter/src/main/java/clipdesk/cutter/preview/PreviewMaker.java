package clipdesk.cutter.preview;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.reencode.Demuxer;
import clipdesk.cutter.reencode.DisplayMatrix;
import clipdesk.cutter.reencode.FrameTimes;
import clipdesk.cutter.reencode.PictureTrack;
import clipdesk.cutter.reencode.PictureWatch;
import clipdesk.cutter.reencode.StreamTime;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.verify.ClipVerifier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Makes the preview of one master, and the picture that stands for it. */
public final class PreviewMaker {
  private static final Duration TIME_LIMIT = Duration.ofDays(1);
  private static final int VIDEO_NUMBER = 1;

  private final ByteSource master;
  private final MasterIndex index;
  private final Progress progress;
  private final NativeCalls watchdog;

  /** Hears how many of all frames are done; called from the thread that works. */
  @FunctionalInterface
  public interface Progress {
    void frames(long done, long all);
  }

  public PreviewMaker(ByteSource master, MasterIndex index, Progress progress) {
    this(master, index, progress, new NativeCalls());
  }

  PreviewMaker(ByteSource master, MasterIndex index, Progress progress, NativeCalls watchdog) {
    this.master = master;
    this.index = index;
    this.progress = progress;
    this.watchdog = watchdog;
  }

  /**
   * Writes all parts of the preview into {@code sink} and leaves {@link ClipSink#finish} to the
   * caller, and {@link PreviewCheck} with what is stored then.
   *
   * @throws UnsupportedMasterException if the master has no picture or no constant frame rate, or
   *     not every frame of it can be decoded
   * @throws CodecHungException if a demuxer, a decoder or an encoder stands still
   */
  public Preview make(ClipSink sink) throws IOException {
    return watchdog.lookAfter(() -> made(sink));
  }

  private Preview made(ClipSink sink) throws IOException {
    if (index.frames() == 0) {
      throw new UnsupportedMasterException(FallbackReason.NO_PICTURE, "no frame is shown");
    }
    if (index.constantFrameRate().isEmpty()) {
      throw new UnsupportedMasterException(FallbackReason.TIMELINE, "the frame rate changes");
    }
    if (index.movie().isForeign()) {
      throw new UnsupportedMasterException(FallbackReason.CONTAINER, "previews are made of MP4");
    }
    if (firstSound().stream().anyMatch(sound -> sound.track().edit().hasSeveral())) {
      throw new UnsupportedMasterException(
          FallbackReason.MULTI_EDIT, "its sound is shown in several pieces");
    }
    long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    try (var demuxer = new Demuxer(master, /* mediaTimes= */ true, deadline);
        var posters = new PosterCandidates(index.frames());
        var output = new EncodedOutput(sink)) {
      demuxer.alignTo(index);
      return make(demuxer, posters, output);
    }
  }

  private Preview make(Demuxer demuxer, PosterCandidates posters, EncodedOutput output)
      throws IOException {
    var video = stream(demuxer.videos(), index.video().number()).orElseThrow();
    var times = FrameTimes.of(index, new FrameRange(0, index.frames()));
    var form = new PreviewForm(video.sample_aspect_ratio(), posters);
    List<ClipTrack> tracks = new ArrayList<>();
    try (var pictures = new PictureTrack(video, times, form, output, PictureWatch.NONE);
        var sound = sound(demuxer, times, output)) {
      run(demuxer, video.index(), pictures, sound);
      pictures.finish();
      var orientation = Orientation.of(DisplayMatrix.of(video));
      var poster = posters.best();
      int width = poster.width();
      int height = poster.height();
      var header =
          NewMovie.video(
              VIDEO_NUMBER, times.den(), "und", orientation.matrix(width, height), width, height);
      tracks.add(pictures.track(header).withoutEdits());
      sound.finish().ifPresent(tracks::add);
      var delivery = output.finish(NewMovie.empty(), tracks);
      new ClipVerifier(delivery.header(), delivery.sizeBytes())
          .verify(tracks, tracks.getFirst(), times.clipTicks());
      return new Preview(
          times.frames(),
          width,
          height,
          tracks.size() > 1,
          delivery.sizeBytes(),
          PosterImage.jpeg(poster, orientation));
    }
  }

  private void run(Demuxer demuxer, int videoIndex, PictureTrack pictures, PreviewSound sound)
      throws IOException {
    boolean started = false;
    for (var read = demuxer.read(); read.isPresent(); read = demuxer.read()) {
      var packet = read.get();
      if (packet.stream_index() != videoIndex) {
        sound.decode(packet);
        continue;
      }
      started |= (packet.flags() & AV_PKT_FLAG_KEY) != 0;
      if (started && !pictures.complete()) {
        pictures.decode(packet);
        progress.frames(pictures.frames(), index.frames());
      }
    }
  }

  private static Optional<AVStream> stream(List<AVStream> streams, int number) {
    return streams.stream().filter(stream -> stream.id() == number).findFirst();
  }

  private PreviewSound sound(Demuxer demuxer, FrameTimes times, EncodedOutput output)
      throws IOException {
    var named = firstSound();
    var stream = named.flatMap(track -> stream(demuxer.sounds(), track.track().number()));
    if (stream.isEmpty()) {
      return PreviewSound.NONE;
    }
    var track = named.orElseThrow();
    long in = times.ticks()[0];
    long out = times.ticks()[times.frames()];
    var span =
        OtherTracks.of(index.movie(), index.video(), index.timeline(), in, out).span(track.track());
    long timescale = track.track().timescale();
    return new EncodedSound(
        stream.get(),
        new StreamTime(span.from(), 1, timescale),
        new StreamTime(span.to(), 1, timescale),
        track.info().language(),
        output);
  }

  private Optional<NamedTrack> firstSound() {
    return index.namedTracks().stream()
        .filter(named -> named.info().kind() == TrackInfo.Kind.AUDIO)
        .findFirst();
  }
}
