package clipdesk.cut;

import clipdesk.cutter.frames.FrameNames;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on a master's timeline as a person writes it: seconds ({@code 12.48} or {@code 12,48}), a
 * time ({@code 1:02:03.5}, {@code 2:03}), a frame ({@code f312}) or a timecode ({@code
 * 10:00:12:12}, with {@code ;} for drop-frame).
 */
final class Point {
  private static final Pattern FRAME = Pattern.compile("f(\\d{1,10})");
  private static final Pattern TIME =
      Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,7}(?:[.,]\\d{1,9})?)");
  private static final Pattern TIMECODE =
      Pattern.compile("\\d{1,2}:\\d{1,2}:\\d{1,2}[:;.]\\d{1,3}");
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  private Point() {}

  /** Whether a text is a timecode: a cut must then start or end at that very label. */
  static boolean isTimecode(String text) {
    return TIMECODE.matcher(text).matches() && !isTime(text);
  }

  private static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }

  /**
   * The frame that a text names in a master: of seconds, the frame nearest to it.
   *
   * @throws IllegalArgumentException if it is none of these, or the master has no such point
   */
  static long frame(String text, FrameNames master) {
    var frame = FRAME.matcher(text);
    if (frame.matches()) {
      return Long.parseLong(frame.group(1));
    }
    var time = TIME.matcher(text);
    if (time.matches()) {
      return master.frameAt(seconds(time));
    }
    if (isTimecode(text)) {
      return master.frameLabelled(text);
    }
    throw notAPoint(text);
  }

  private static BigDecimal seconds(Matcher time) {
    var seconds = new BigDecimal(time.group(3).replace(',', '.'));
    if (time.group(2) == null) {
      return seconds;
    }
    var minutes = new BigDecimal(time.group(2));
    boolean minutesWithHours = time.group(1) != null && minutes.compareTo(SIXTY) >= 0;
    if (minutesWithHours || seconds.compareTo(SIXTY) >= 0) {
      throw notAPoint(time.group());
    }
    var hours = new BigDecimal(time.group(1) == null ? "0" : time.group(1));
    return hours.multiply(SIXTY).add(minutes).multiply(SIXTY).add(seconds);
  }

  private static IllegalArgumentException notAPoint(String text) {
    return new IllegalArgumentException(
        ("%s is neither seconds (12.48), a time (1:02:03.5), a frame (f312)"
                + " nor a timecode (10:00:12:12).")
            .formatted(text));
  }
}
