package clipdesk.cutter.mp4;

import java.util.ArrayList;
import java.util.List;

/**
 * A track of a clip. Times are in the timescale of the track it was cut from.
 *
 * @param source the master's track, whose boxes it keeps
 * @param description the whole {@code stsd} box to write
 * @param gapTicks how long nothing is shown at the start of the clip
 * @param mediaTime the first media time shown
 * @param shownTicks how long the media is shown after the gap; {@link #WHOLE} for all of it from
 *     its start, without an edit list
 * @param rollDistance how many samples a decoder must start early (ISO/IEC 14496-12, 10.1), as a
 *     negative number; 0 for tracks that have no such group
 * @param later what is shown behind that
 */
public record ClipTrack(
    Track source,
    byte[] description,
    SampleList samples,
    long gapTicks,
    long mediaTime,
    long shownTicks,
    int rollDistance,
    List<Shown> later) {
  /** What {@link #shownTicks} is of a track that has no edit list. */
  public static final long WHOLE = -1;

  /**
   * A piece of media on the timeline.
   *
   * @param gapTicks how long nothing is shown before it
   */
  public record Shown(long gapTicks, long mediaTime, long shownTicks) {}

  /** A track that shows its media in one piece. */
  public ClipTrack(
      Track source,
      byte[] description,
      SampleList samples,
      long gapTicks,
      long mediaTime,
      long shownTicks,
      int rollDistance) {
    this(source, description, samples, gapTicks, mediaTime, shownTicks, rollDistance, List.of());
  }

  /** All pieces, in order of time; not for a track that has no edit list. */
  public List<Shown> pieces() {
    List<Shown> pieces = new ArrayList<>();
    pieces.add(new Shown(gapTicks, mediaTime, shownTicks));
    pieces.addAll(later);
    return pieces;
  }

  /**
   * The same with another track's samples behind these, and what it shows of them behind what this
   * one shows.
   */
  public ClipTrack followedBy(ClipTrack next) {
    long mediaTicks = samples.ticks();
    samples.addAll(next.samples);
    List<Shown> all = new ArrayList<>(later);
    for (var piece : next.pieces()) {
      all.add(new Shown(piece.gapTicks, mediaTicks + piece.mediaTime, piece.shownTicks));
    }
    if (next.gapTicks == 0 && next.mediaTime == 0 && endOfMedia() == mediaTicks) {
      // Nothing is hidden between them: they are one piece.
      return longerBy(next.shownTicks, all);
    }
    return new ClipTrack(
        source,
        description,
        samples,
        gapTicks,
        mediaTime,
        shownTicks,
        rollDistance,
        List.copyOf(all));
  }

  private long endOfMedia() {
    var last = pieces().getLast();
    return last.mediaTime + last.shownTicks;
  }

  private ClipTrack longerBy(long ticks, List<Shown> all) {
    all.remove(later.size());
    boolean one = later.isEmpty();
    if (!one) {
      var last = later.getLast();
      all.set(later.size() - 1, new Shown(last.gapTicks, last.mediaTime, last.shownTicks + ticks));
    }
    return new ClipTrack(
        source,
        description,
        samples,
        gapTicks,
        mediaTime,
        one ? shownTicks + ticks : shownTicks,
        rollDistance,
        List.copyOf(all));
  }

  /** The same, with the gap in front of it made so long. */
  public ClipTrack withGap(long ticks) {
    return new ClipTrack(
        source, description, samples, ticks, mediaTime, shownTicks, rollDistance, later);
  }

  /**
   * The same without an edit list, for players that do not honour one.
   *
   * @throws IllegalArgumentException if it does not begin with its first sample
   */
  public ClipTrack withoutEdits() {
    if (gapTicks != 0 || mediaTime != 0) {
      throw new IllegalArgumentException("Track %d needs an edit list".formatted(source.number()));
    }
    return new ClipTrack(source, description, samples, 0, 0, WHOLE, rollDistance);
  }

  /** How long it is shown, gaps and all. */
  public long lengthTicks() {
    return shownTicks == WHOLE
        ? samples.ticks()
        : pieces().stream().mapToLong(piece -> piece.gapTicks + piece.shownTicks).sum();
  }
}
