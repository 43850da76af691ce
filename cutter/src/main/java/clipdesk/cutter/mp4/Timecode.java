package clipdesk.cutter.mp4;

import clipdesk.cutter.io.CachedReader;
import java.io.IOException;
import java.util.Optional;

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

  /** Empty if the description or the sample is not of the usual form. */
  public static Optional<Timecode> read(Track track, CachedReader file) throws IOException {
    var description = track.description();
    long flags = description.u32(20);
    long timescale = description.u32(24);
    long frameDuration = description.u32(28);
    int perSecond = (int) (description.u32(32) >>> 24);
    if (track.samples().count() == 0 || timescale == 0 || frameDuration == 0 || perSecond == 0) {
      return Optional.empty();
    }
    var first = track.samples().window(0, 1);
    if (first.size(0) < 4) {
      return Optional.empty();
    }
    long count = Bytes.u32(file.read(first.offset(0), 4), 0);
    return Optional.of(new Timecode(count, timescale, frameDuration, perSecond, (flags & 1) == 1));
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
