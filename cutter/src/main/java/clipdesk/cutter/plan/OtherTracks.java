package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Optional;

/**
 * Cuts the tracks beside the video between two exact moments. Empty results are tracks that have
 * nothing to show there.
 */
public final class OtherTracks {
  private static final int TIMECODE_BYTES = 4;

  private final Movie movie;
  private final Moment start;
  private final Moment end;
  private final Moment picture;

  private OtherTracks(Movie movie, Moment start, Moment end, Moment picture) {
    this.movie = movie;
    this.start = start;
    this.end = end;
    this.picture = picture;
  }

  /**
   * @param video the track whose media times are meant
   */
  public static OtherTracks of(
      Movie movie, Track video, FrameTimeline timeline, long inPts, long outPts) {
    var picture =
        Moment.of(timeline.durationTicks(), video.timescale())
            .dividedBy(Math.max(1, timeline.frames()));
    return new OtherTracks(
        movie, Moment.shown(inPts, video, movie), Moment.shown(outPts, video, movie), picture);
  }

  /**
   * The part of a track's media that is shown in the clip.
   *
   * @param from in the track's ticks; negative where the clip starts before the media
   * @param to behind the last tick
   */
  public record Span(long from, long to) {}

  /** What the clip shows of a track, whether the track has it or not. */
  public Span span(Track track) {
    return new Span(start.mediaTime(track, movie), end.mediaTime(track, movie));
  }

  /** Where the clip starts on the master's timeline, in milliseconds. */
  public double startMillis() {
    return start.millis();
  }

  /** Where the clip ends on the master's timeline, in milliseconds. */
  public double endMillis() {
    return end.millis();
  }

  /** Frames of a timecode between the start of the master's timeline and that of the clip. */
  public long timecodeFrames(Timecode timecode) {
    return FrameClock.count(start, timecode, picture);
  }

  /** Frames of a timecode between the start of the master's timeline and the clip's end. */
  public long timecodeFramesAtEnd(Timecode timecode) {
    return FrameClock.count(end, timecode, picture);
  }

  /**
   * Whole packets, with as many before the first audible one as a decoder needs; the edit list
   * hides what they say.
   */
  public Optional<SoundTrack> sound(Track track) throws IOException {
    Optional<SoundTrack> whole = Optional.empty();
    for (var edit : track.edit().each()) {
      var piece = piece(track, edit);
      if (piece.isPresent()) {
        whole = Optional.of(whole.isEmpty() ? piece.get() : joined(whole.get(), piece.get()));
      }
    }
    return whole;
  }

  /** What is heard of one edit, with the gap before it counted from the clip's start. */
  private Optional<SoundTrack> piece(Track track, Edit edit) throws IOException {
    var alone = track.withEdit(edit);
    long editEnd = edit.endMovieTicks();
    var from = start.orLater(Moment.of(edit.emptyMovieTicks(), movie.timescale()));
    var to = editEnd == Long.MAX_VALUE ? end : end.orEarlier(Moment.of(editEnd, movie.timescale()));
    if (!track.edit().hasSeveral()) {
      // One edit may promise more, or less, than the media has.
      return piece(alone, start.mediaTime(alone, movie), end.mediaTime(alone, movie));
    }
    if (from.compareTo(to) >= 0) {
      return Optional.empty();
    }
    long late = from.in(track.timescale()) - start.in(track.timescale());
    return piece(alone, from.mediaTime(alone, movie), to.mediaTime(alone, movie))
        .map(
            cut ->
                new SoundTrack(
                    cut.track().withGap(cut.track().gapTicks() + late), cut.prerollPackets()));
  }

  private Optional<SoundTrack> piece(Track track, long from, long to) throws IOException {
    return track.isPcm()
        ? uncompressed(track, new Span(from, to)).map(cut -> new SoundTrack(cut, 0))
        : SoundPackets.cut(track, from, to);
  }

  private static SoundTrack joined(SoundTrack before, SoundTrack next) {
    long gap = Math.max(0, next.track().gapTicks() - before.track().lengthTicks());
    return new SoundTrack(
        before.track().followedBy(next.track().withGap(gap)), before.prerollPackets());
  }

  /**
   * @param prerollPackets packets before the first audible one
   */
  public record SoundTrack(ClipTrack track, int prerollPackets) {}

  /** The first and the last chunk are cut to the audio frame. */
  private Optional<ClipTrack> uncompressed(Track track, Span span) throws IOException {
    return shown(
        track,
        span,
        (samples, window, i, begin, stop) -> {
          requireOneDescription(window);
          long ticksPerFrame = (long) window.duration(i) * track.pcmFrameBytes() / window.size(i);
          long skipped = (begin - window.dts(i)) / ticksPerFrame * track.pcmFrameBytes();
          long bytes = (stop - begin) / ticksPerFrame * track.pcmFrameBytes();
          samples.addCopied(window.offset(i) + skipped, (int) bytes, (int) (stop - begin), 0, true);
        });
  }

  /** One sample that counts frames from the clip's first one. */
  public Optional<ClipTrack> timecode(Track track, Timecode timecode) {
    long count = timecode.startCount() + timecodeFrames(timecode);
    var bytes = new byte[TIMECODE_BYTES];
    Bytes.put32(bytes, 0, count);
    long ticks = end.in(track.timescale()) - start.in(track.timescale());
    var samples = new SampleList();
    samples.addMade(bytes, Math.toIntExact(ticks), 0, true);
    return Optional.of(new ClipTrack(track, track.description().box(), samples, 0, 0, ticks, 0));
  }

  /**
   * Whether the texts of a track say themselves when they are shown, on the master's timeline
   * (ISO/IEC 14496-30, 5.3): cut by their samples they would be shown at the wrong time.
   */
  public static boolean saysItsOwnTimes(Track track) {
    return track.description().format().equals("stpp");
  }

  /** Texts that overlap the clip, each shown for as long as it is in the clip. */
  public Optional<ClipTrack> text(Track track) throws IOException {
    int entries = track.description().entries();
    return shown(
        track,
        span(track),
        (samples, window, i, begin, stop) -> {
          int description = window.description(i);
          if (description < 1 || description > entries) {
            throw new MalformedMasterException(
                "stsc", -1, "names description %d of %d".formatted(description, entries));
          }
          samples.addCopied(
              window.offset(i), window.size(i), (int) (stop - begin), 0, window.isSync(i));
          samples.describeLast(description);
        });
  }

  /** Puts one sample into the clip, from and to an instant of its track's. */
  private interface Taking {
    void take(SampleList samples, SampleWindow window, int sample, long begin, long stop);
  }

  /** Every sample that overlaps the clip, for as long as it does; empty if none does. */
  private Optional<ClipTrack> shown(Track track, Span span, Taking taking) throws IOException {
    var tables = track.samples();
    int first = Math.max(0, tables.firstNotBefore(span.from()) - 1);
    var window = tables.window(first, tables.firstNotBefore(span.to()));
    var samples = new SampleList();
    long gap = 0;
    for (int i = window.first(); i < window.end(); i++) {
      long begin = Math.max(window.dts(i), span.from());
      long stop = Math.min(window.dts(i) + window.duration(i), span.to());
      if (begin < stop) {
        gap = samples.count() == 0 ? begin - span.from() : gap;
        taking.take(samples, window, i, begin, stop);
      }
    }
    return samples.count() == 0
        ? Optional.empty()
        : Optional.of(
            new ClipTrack(track, track.description().box(), samples, gap, 0, samples.ticks(), 0));
  }

  static SampleWindow requireOneDescription(SampleWindow window) {
    if (window.description() != 1) {
      throw new UnsupportedMasterException(
          FallbackReason.SAMPLE_DESCRIPTIONS,
          "the range uses sample description %d".formatted(window.description()));
    }
    return window;
  }
}
