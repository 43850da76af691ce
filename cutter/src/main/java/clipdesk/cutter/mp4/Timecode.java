package clipdesk.cutter.mp4;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A timecode track with one start value (QuickTime File Format, Timecode Sample Description).
 *
 * @param startCount frames counted from 00:00:00:00 at the start of the media
 * @param timescale of the description
 * @param frameDuration ticks of one frame in that timescale
 * @param framesPerSecond nominal, 30 for 29.97
 */
public record Timecode(
    long startCount, long timescale, long frameDuration, int framesPerSecond, boolean dropFrame) {
  private static final Pattern LABEL =
      Pattern.compile("(\\d{1,2}):(\\d\\d):(\\d\\d)([:;.])(\\d{2,3})");

  private static final long MINUTES_A_DAY = 24 * 60;

  /** QuickTime File Format, Timecode Sample Description: the numbers are no hours and minutes. */
  private static final int COUNTER = 8;

  private static final int MAX_VALUES = 256;

  /**
   * @throws MalformedMasterException if a frame or a second would have no length
   */
  public Timecode {
    if (timescale <= 0 || frameDuration <= 0 || framesPerSecond <= 0) {
      throw new MalformedMasterException(
          "tmcd",
          -1,
          "%d frames of %d ticks, %d a second"
              .formatted(framesPerSecond, frameDuration, timescale));
    }
  }

  /** Empty if the description or the sample is not of the usual form. */
  public static Optional<Timecode> read(Track track, CachedReader file) throws IOException {
    var description = track.description();
    long flags = description.u32(20);
    long timescale = description.u32(24);
    long frameDuration = description.u32(28);
    int perSecond = description.u16(32) >>> 8;
    int values = track.samples().count();
    boolean usual = timescale > 0 && frameDuration > 0 && perSecond > 0 && (flags & COUNTER) == 0;
    if (values == 0 || values > MAX_VALUES || !usual) {
      return Optional.empty();
    }
    boolean drop = (flags & 1) == 1 && perSecond % 30 == 0;
    var window = track.samples().window(0, values);
    if (window.description() == SampleWindow.SEVERAL) {
      return Optional.empty();
    }
    long first = 0;
    for (int i = 0; i < values; i++) {
      if (window.size(i) < 4) {
        return Optional.empty();
      }
      long count = Bytes.u32(file.read(window.offset(i), 4), 0);
      long since =
          Math.round(
              (double) (window.dts(i) - window.dts(0))
                  * timescale
                  / ((double) track.timescale() * frameDuration));
      first = i == 0 ? count : first;
      if (count != first + since) {
        // A break in the count: one start value cannot tell the labels behind it.
        return Optional.empty();
      }
    }
    return Optional.of(new Timecode(first, timescale, frameDuration, perSecond, drop));
  }

  /**
   * Reads a label, {@code ;} before the frames standing for drop-frame.
   *
   * @param rateNum frames per second as a fraction, with {@code rateDen}
   * @return empty if it is no label, or the rate is not known
   */
  public static Optional<Timecode> parse(String label, int rateNum, int rateDen) {
    var parts = LABEL.matcher(label);
    if (!parts.matches() || rateNum <= 0 || rateDen <= 0) {
      return Optional.empty();
    }
    int perSecond = Math.ceilDiv(rateNum, rateDen);
    long minutes = 60L * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
    long seconds = 60 * minutes + Integer.parseInt(parts.group(3));
    boolean drop = !parts.group(4).equals(":");
    long count = seconds * perSecond + Integer.parseInt(parts.group(5));
    long dropped = drop ? perSecond / 15 * (minutes - minutes / 10) : 0;
    return Optional.of(new Timecode(count - dropped, rateNum, rateDen, perSecond, drop));
  }

  /**
   * How many labels after the start a label comes; timecode starts anew at midnight.
   *
   * @throws IllegalArgumentException if this timecode has no such label
   */
  public long framesTo(String label) {
    var parts = LABEL.matcher(label);
    if (!parts.matches()) {
      throw new IllegalArgumentException(label + " is no timecode such as 10:00:12:12.");
    }
    if (parts.group(4).equals(":") == dropFrame) {
      throw new IllegalArgumentException(
          "%s: the video counts as in %s.".formatted(label, label(0)));
    }
    long minutes = 60 * number(parts, 1) + number(parts, 2);
    long seconds = number(parts, 3);
    long frames = number(parts, 5);
    boolean leftOut =
        dropFrame && minutes % 10 != 0 && seconds == 0 && frames < framesPerSecond / 15;
    if (minutes >= MINUTES_A_DAY
        || number(parts, 2) >= 60
        || seconds >= 60
        || frames >= framesPerSecond
        || leftOut) {
      throw new IllegalArgumentException(
          "%s: there is no such label at %d frames a second.".formatted(label, framesPerSecond));
    }
    long count = (60 * minutes + seconds) * framesPerSecond + frames - dropped(minutes);
    long day = 60L * MINUTES_A_DAY * framesPerSecond - dropped(MINUTES_A_DAY);
    return Math.floorMod(count - startCount, day);
  }

  private long dropped(long minutes) {
    return dropFrame ? framesPerSecond / 15 * (minutes - minutes / 10) : 0;
  }

  private static long number(Matcher parts, int group) {
    return Long.parseLong(parts.group(group));
  }

  /** The label of the frame {@code frames} after the start. */
  public String label(long frames) {
    long count = startCount + frames;
    if (dropFrame) {
      count += droppedBefore(count);
    }
    long perHour = 3600L * framesPerSecond;
    count %= 24 * perHour;
    return "%02d:%02d:%02d%s%02d"
        .formatted(
            count / perHour,
            count / (60L * framesPerSecond) % 60,
            count / framesPerSecond % 60,
            dropFrame ? ";" : ":",
            count % framesPerSecond);
  }

  /** SMPTE ST 12-1: two labels (four at 59.94) are left out every minute but each tenth. */
  private long droppedBefore(long count) {
    long perMinute = framesPerSecond / 15;
    long minute = 60L * framesPerSecond - perMinute;
    long tenMinutes = 10 * minute + perMinute;
    long inTen = count % tenMinutes;
    long minutes = inTen < minute + perMinute ? 0 : 1 + (inTen - minute - perMinute) / minute;
    return 9 * perMinute * (count / tenMinutes) + perMinute * minutes;
  }
}
