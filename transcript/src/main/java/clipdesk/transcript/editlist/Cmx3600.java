package clipdesk.transcript.editlist;

import java.util.Locale;

/**
 * An edit decision list as CMX3600 wrote it. The form has no place for the rate: a comment says it,
 * since whoever reads 29.97 as 25 drifts away from the sound. Frames are numbered as they are, also
 * over 30 a second, for which the form was not made.
 */
public final class Cmx3600 {
  /** Readers cut longer ones, or refuse them. */
  private static final int MOST_LETTERS = 70;

  private Cmx3600() {}

  public static String write(ClipList list) {
    var clock = list.clock();
    var text = new StringBuilder();
    line(text, "TITLE: " + shortened(list.title()));
    line(text, mode(clock));
    var record = clock.frame("01:00:00" + (clock.drop() ? ";" : ":") + "00");
    for (var number = 1; number <= list.clips().size(); number++) {
      var clip = list.clips().get(number - 1);
      var source = list.clock(clip.master());
      var start = list.start(clip.master());
      line(text, "");
      if (source.drop() != clock.drop()) {
        line(text, mode(source));
      }
      line(
          text,
          String.format(
              Locale.ROOT,
              "%03d  AX       AA/V  C        %s %s %s %s",
              number,
              source.text(start + clip.in()),
              source.text(start + clip.out()),
              clock.text(record),
              clock.text(record + clip.frames())));
      line(text, "* FROM CLIP NAME: " + shortened(clip.master().file()));
      line(text, "* COMMENT: " + shortened(clip.name()));
      if (clip.master().startTimecode().isEmpty()) {
        line(text, "* COMMENT: THE MASTER HAS NO TIMECODE, COUNTED FROM ZERO");
      }
      if (number == 1) {
        rate(text, list, clock);
      }
      record += clip.frames();
    }
    return text.toString();
  }

  /** Behind the first event: OpenTimelineIO refuses a comment that stands before all of them. */
  private static void rate(StringBuilder text, ClipList list, Timecode clock) {
    line(text, "* RATE %d/%d".formatted(list.num(), list.den()));
    if (clock.countsTo() > 30) {
      line(text, "* COMMENT: FRAMES COUNT TO %d".formatted(clock.countsTo() - 1));
    }
  }

  private static String mode(Timecode clock) {
    return "FCM: " + (clock.drop() ? "DROP FRAME" : "NON-DROP FRAME");
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append("\r\n");
  }

  private static String shortened(String text) {
    var line = ClipList.oneLine(text);
    return line.length() <= MOST_LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MOST_LETTERS) - 1))
            + "…";
  }
}
