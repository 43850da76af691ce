package clipdesk.transcript.editlist;

import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.List;

/**
 * Clips of one rate, to be laid one after another.
 *
 * @param num of the frames a second
 */
public record ClipList(String title, long num, long den, List<ListedClip> clips) {
  /** CMX3600 numbers its events with three digits. */
  public static final int MOST = 999;

  /**
   * @throws UnsupportedInputException {@code too-many-clips} over {@link #MOST}
   */
  public ClipList {
    clips = List.copyOf(clips);
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("A list has clips");
    }
    if (clips.size() > MOST) {
      throw new UnsupportedInputException(
          "too-many-clips", "%d clips, at most %d are taken".formatted(clips.size(), MOST));
    }
  }

  /** The clock of a master: its own, or one from zero. */
  Timecode clock(ListedMaster master) {
    return master
        .startTimecode()
        .map(it -> Timecode.like(it, num, den))
        .orElseGet(() -> new Timecode(num, den, /* drop= */ false));
  }

  /** The number on its clock of a master's first frame. */
  long start(ListedMaster master) {
    return master.startTimecode().map(it -> clock(master).frame(it)).orElse(0L);
  }

  /** The clock of the list: with drop frame if that of every master has it. */
  Timecode clock() {
    var drop = clips.stream().allMatch(it -> clock(it.master()).drop());
    return new Timecode(num, den, drop);
  }

  long frames() {
    return clips.stream().mapToLong(ListedClip::frames).sum();
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
