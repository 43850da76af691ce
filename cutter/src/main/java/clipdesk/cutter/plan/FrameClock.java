package clipdesk.cutter.plan;

import clipdesk.cutter.frames.FrameNames;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.mp4.Timecode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The moments at which a master's frames are shown, and what timecode says of them.
 *
 * @param frames how many there are
 * @param shown when a frame is shown, up to {@code frames}, which is the end of the last one
 */
public record FrameClock(long frames, LongFunction<Moment> shown, Optional<Timecode> timecode)
    implements FrameNames {
  /** Sound often starts a little before the picture; who says 0 means the first frame. */
  private static final Moment LATE_START = Moment.of(1, 10);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @Override
  public long frameAt(BigDecimal seconds) {
    long next = first(frame -> shown.apply(frame).compareTo(seconds) >= 0);
    if (next > frames) {
      return beyond(seconds);
    }
    if (next == 0) {
      requireShown(seconds);
      return 0;
    }
    var middle = shown.apply(next - 1).plus(shown.apply(next)).seconds();
    return seconds.multiply(TWO).compareTo(middle) >= 0 ? next : next - 1;
  }

  /** As if frames went on in their mean distance. */
  private long beyond(BigDecimal seconds) {
    var rest = seconds.subtract(shown.apply(frames).seconds());
    var more = rest.divide(picture().seconds(), 0, RoundingMode.HALF_UP);
    return Math.addExact(frames, more.longValueExact());
  }

  private void requireShown(BigDecimal seconds) {
    var start = shown.apply(0);
    boolean near =
        start.seconds().subtract(seconds).compareTo(LATE_START.seconds()) <= 0
            || start.minusHalf(picture()).compareTo(seconds) <= 0;
    if (!near) {
      throw new IllegalArgumentException(
          "At %s s nothing is shown yet: the picture starts at %.3f s."
              .formatted(seconds.toPlainString(), start.millis() / 1000));
    }
  }

  @Override
  public long frameLabelled(String label) {
    var code =
        timecode.orElseThrow(
            () -> new IllegalArgumentException(label + ": the video has no timecode."));
    long wanted = code.framesTo(label);
    long frame = first(candidate -> count(candidate) >= wanted);
    if (frame > frames || (frame == 0 && count(0) > wanted)) {
      throw new RangeOutsideMasterException(
          "%s lies outside the video, which runs from %s to %s."
              .formatted(label, label(0), label(frames)));
    }
    if (count(frame) != wanted) {
      throw new IllegalArgumentException(
          "No picture begins at %s: one is labelled %s, the next %s."
              .formatted(label, label(frame - 1), label(frame)));
    }
    return frame;
  }

  /** The timecode label of a frame; empty if there is no timecode. */
  public Optional<String> labelOf(long frame) {
    return timecode.map(code -> label(frame));
  }

  private String label(long frame) {
    return timecode.orElseThrow().label(count(frame));
  }

  private long count(long frame) {
    return count(shown.apply(frame), timecode.orElseThrow(), picture());
  }

  /** How long a picture is shown in the mean. */
  private Moment picture() {
    return frames == 0
        ? Moment.of(1, 1)
        : shown.apply(frames).minus(shown.apply(0)).dividedBy(frames);
  }

  /**
   * How many labels lie between the start of the presentation and a moment. Cameras count 25 or 30
   * where 50 or 60 pictures come (SMPTE ST 12-1): then two pictures in a row have the same label.
   *
   * @param picture how long a picture is shown: half of it is the grace for rounded times
   */
  static long count(Moment moment, Timecode code, Moment picture) {
    var label = Moment.of(code.frameDuration(), code.timescale());
    var grace = picture.compareTo(label) < 0 ? picture : label;
    return moment.plus(grace.dividedBy(2)).floorDiv(label);
  }

  private interface Test {
    boolean holds(long frame);
  }

  /** The first frame for which a test holds that holds for all later ones; behind all if none. */
  private long first(Test test) {
    long low = 0;
    long high = frames + 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (test.holds(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
