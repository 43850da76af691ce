package clipdesk.transcript.editlist;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.regex.Pattern;

/**
 * The clock of frames at a rate (SMPTE ST 12-1). With drop frame two numbers are left out each
 * minute but each tenth (four at 59.94), so that the clock keeps to the hour.
 *
 * @param num of the frames a second
 * @param drop only where the rate is 29.97 or 59.94
 */
public record Timecode(long num, long den, boolean drop) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{2}):([0-5][0-9]):([0-5][0-9])[:;.,]([0-9]{2,3})");
  private static final int HOURS = 24;

  public Timecode {
    if (num < 1 || den < 1) {
      throw new IllegalArgumentException("No rate: %d/%d".formatted(num, den));
    }
    if (drop && !canDrop(num, den)) {
      throw new IllegalArgumentException("No drop frame at %d/%d".formatted(num, den));
    }
  }

  /** Of a rate, with drop frame if a timecode that is written in it says so. */
  public static Timecode like(String written, long num, long den) {
    return new Timecode(num, den, written.contains(";") && canDrop(num, den));
  }

  private static boolean canDrop(long num, long den) {
    return num * 1_001 == 30_000 * den || num * 1_001 == 60_000 * den;
  }

  /** Frames that the clock counts in a second: 30 at 29.97. */
  public int countsTo() {
    return Math.toIntExact(Math.ceilDiv(num, den));
  }

  /** Whether a text is the number of a frame of this clock. */
  public boolean names(String text) {
    try {
      return frame(text) >= 0;
    } catch (MalformedInputException none) {
      return false;
    }
  }

  /**
   * The number of a frame on the clock.
   *
   * @throws MalformedInputException {@code bad-timecode} if it is none of this clock
   */
  public long frame(String text) {
    var found = FORM.matcher(text);
    if (!found.matches()) {
      throw malformed(text);
    }
    var hours = Integer.parseInt(found.group(1));
    var minutes = Integer.parseInt(found.group(2));
    var seconds = Integer.parseInt(found.group(3));
    var frames = Integer.parseInt(found.group(4));
    var leftOut = drop && minutes % 10 != 0 && seconds == 0 && frames < dropped();
    if (hours >= HOURS || frames >= countsTo() || leftOut) {
      throw malformed(text);
    }
    long all = hours * 60L + minutes;
    var counted = (all * 60 + seconds) * countsTo() + frames;
    return counted - dropped() * (all - all / 10);
  }

  /** The clock at a frame; it begins anew after a day. */
  public String text(long frame) {
    var perMinute = 60L * countsTo() - dropped();
    var perTen = 600L * countsTo() - 9L * dropped();
    var counted = Math.floorMod(frame, 6L * HOURS * perTen);
    var tens = counted / perTen;
    var rest = counted % perTen;
    // The first minute of ten has all its numbers.
    var minutes = rest < 60L * countsTo() ? 0 : 1 + (rest - 60L * countsTo()) / perMinute;
    var number = counted + dropped() * (9 * tens + minutes);
    var seconds = number / countsTo();
    return "%02d:%02d:%02d%s%02d"
        .formatted(
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60,
            drop ? ";" : ":",
            number % countsTo());
  }

  private int dropped() {
    return drop ? countsTo() / 15 : 0;
  }

  private static MalformedInputException malformed(String text) {
    return new MalformedInputException("bad-timecode", "No timecode of this rate: " + text);
  }
}
