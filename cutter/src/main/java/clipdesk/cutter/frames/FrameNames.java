package clipdesk.cutter.frames;

import java.math.BigDecimal;

/** Tells which frame of a master a person means. */
public interface FrameNames {
  /**
   * The frame whose start is nearest to a moment of the presentation, as a player shows it; the
   * number of all frames for the end of the last one.
   *
   * @throws IllegalArgumentException if no picture is shown yet at that moment
   */
  long frameAt(BigDecimal seconds);

  /**
   * The first frame with a timecode label, counted as the master counts.
   *
   * @param label {@code HH:MM:SS:FF}, with {@code ;} before the frames for drop-frame
   * @throws IllegalArgumentException if the master has no timecode, counts in another way, or no
   *     picture begins under that label
   * @throws RangeOutsideMasterException if the label lies before or behind the master
   */
  long frameLabelled(String label);
}
