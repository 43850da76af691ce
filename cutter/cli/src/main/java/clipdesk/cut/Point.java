package clipdesk.cut;

import clipdesk.cutter.FrameRate;
import clipdesk.cutter.MasterIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on a master's timeline as a person writes it: seconds ({@code 12.48}), a frame ({@code
 * f312}) or a timecode ({@code 10:00:12:12}, with {@code ;} for drop-frame).
 */
final class Point {
  private static final Pattern FRAME = Pattern.compile("f(\\d{1,10})");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,7}(\\.\\d{1,9})?");
  private static final Pattern TIMECODE =
      Pattern.compile("(\\d{2}):([0-5]\\d):([0-5]\\d)([:;])(\\d{2})");
  private static final int MINUTES_A_DAY = 24 * 60;

  private Point() {}

  /** Whether a text names its frame by itself, without the master's index. */
  static boolean isFrame(String text) {
    return FRAME.matcher(text).matches();
  }

  /**
   * The frame that a text with {@link #isFrame} names.
   *
   * @throws IllegalArgumentException for any other text
   */
  static long frame(String text) {
    var frame = FRAME.matcher(text);
    if (!frame.matches()) {
      throw new IllegalArgumentException(
          "%s needs the master's index; without one say a frame such as f1234".formatted(text));
    }
    return Long.parseLong(frame.group(1));
  }

  /**
   * The frame that a text names in a master: of seconds, the frame nearest to it.
   *
   * @throws IllegalArgumentException if it is none of the three, or the master cannot tell
   */
  static long frame(String text, MasterIndex index) {
    if (isFrame(text)) {
      return frame(text);
    }
    if (SECONDS.matcher(text).matches()) {
      var rate = rate(index, text);
      return new BigDecimal(text)
          .multiply(BigDecimal.valueOf(rate.num()))
          .divide(BigDecimal.valueOf(rate.den()), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }
    var timecode = TIMECODE.matcher(text);
    if (timecode.matches()) {
      return frameOfTimecode(timecode, index);
    }
    throw new IllegalArgumentException(
        "%s is neither seconds (12.48), a frame (f312) nor a timecode (10:00:12:12)"
            .formatted(text));
  }

  private static long frameOfTimecode(Matcher timecode, MasterIndex index) {
    var text = timecode.group();
    var start =
        TIMECODE.matcher(
            index
                .startTimecode()
                .orElseThrow(
                    () -> new IllegalArgumentException(text + ": the master has no timecode")));
    if (!start.matches() || !start.group(4).equals(timecode.group(4))) {
      throw new IllegalArgumentException(
          "%s: the master counts as in %s".formatted(text, index.startTimecode().orElseThrow()));
    }
    var rate = rate(index, text);
    int perSecond = Math.toIntExact(Math.round((double) rate.num() / rate.den()));
    long frame = count(timecode, perSecond) - count(start, perSecond);
    // Timecode starts anew at midnight.
    return frame >= 0 ? frame : frame + day(perSecond, timecode.group(4).equals(";"));
  }

  /** SMPTE ST 12-1: drop-frame leaves out labels at each minute but every tenth. */
  private static long count(Matcher timecode, int perSecond) {
    int minutes = 60 * number(timecode, 1) + number(timecode, 2);
    int frames = number(timecode, 5);
    boolean drop = timecode.group(4).equals(";");
    int dropped = perSecond / 15;
    if (minutes >= MINUTES_A_DAY
        || frames >= perSecond
        || (drop && minutes % 10 != 0 && number(timecode, 3) == 0 && frames < dropped)) {
      throw new IllegalArgumentException(
          "%s: there is no such label at %d frames a second"
              .formatted(timecode.group(), perSecond));
    }
    long count = (60L * minutes + number(timecode, 3)) * perSecond + frames;
    return drop ? count - (long) dropped * (minutes - minutes / 10) : count;
  }

  private static long day(int perSecond, boolean drop) {
    long labels = 60L * MINUTES_A_DAY * perSecond;
    return drop ? labels - perSecond / 15L * (MINUTES_A_DAY - MINUTES_A_DAY / 10) : labels;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static FrameRate rate(MasterIndex index, String text) {
    return index
        .constantFrameRate()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    text + ": the master's frame rate varies; say a frame such as f1234"));
  }
}
