package clipdesk.cutter.mp4;

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
 */
public record ClipTrack(
    Track source,
    byte[] description,
    SampleList samples,
    long gapTicks,
    long mediaTime,
    long shownTicks,
    int rollDistance) {
  /** What {@link #shownTicks} is of a track that has no edit list. */
  public static final long WHOLE = -1;

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

  /** How long it is shown after the gap. */
  long lengthTicks() {
    return shownTicks == WHOLE ? samples.ticks() : shownTicks;
  }
}
