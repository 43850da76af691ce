package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a track's media lies on the movie's timeline (ISO/IEC 14496-12, 8.6.6): nothing for a
 * while, then the media from one point on.
 *
 * @param emptyMovieTicks how long nothing is shown first, in the movie's timescale
 * @param mediaTime first time shown, in the track's timescale
 * @param movieTicks how long the media is shown, in the movie's timescale; 0 means to its end
 */
public record Edit(long emptyMovieTicks, long mediaTime, long movieTicks) {
  /** The whole media from the start, as without an edit list. */
  static final Edit NONE = new Edit(0, 0, 0);

  private static final long NORMAL_RATE = 0x10000;
  private static final long EMPTY = -1;

  /** Whether all of the media is shown from the start. */
  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * @param scale ticks per second of the track's media
   * @param movieScale ticks per second of the movie
   */
  static Edit read(Optional<Box> edts, long scale, long movieScale) throws IOException {
    if (edts.isEmpty()) {
      return NONE;
    }
    var elst = edts.get().child("elst");
    return elst.isEmpty() ? NONE : read(elst.get(), scale, movieScale);
  }

  private static Edit read(Box elst, long scale, long movieScale) throws IOException {
    boolean wide = elst.u8(0) == 1;
    int entryBytes = wide ? 20 : 12;
    int count = elst.entries(4, 8, entryBytes);
    long empty = 0;
    Optional<Edit> shown = Optional.empty();
    for (int i = 0; i < count; i++) {
      long at = 8 + (long) i * entryBytes;
      long duration = wide ? elst.i64(at) : elst.u32(at);
      long mediaTime = wide ? elst.i64(at + 8) : (int) elst.u32(at + 4);
      long rate = elst.u32(at + entryBytes - 4);
      if (duration < 0 || mediaTime < EMPTY) {
        throw elst.malformed("edit %d starts at %d, lasts %d".formatted(i, mediaTime, duration));
      }
      boolean last = i == count - 1;
      if (mediaTime == EMPTY && shown.isEmpty() && !last) {
        empty = Math.addExact(empty, duration);
      } else if (mediaTime != EMPTY && rate == NORMAL_RATE && shown.isEmpty()) {
        shown = Optional.of(new Edit(empty, mediaTime, duration));
      } else if (mediaTime != EMPTY
          && rate == NORMAL_RATE
          && shown.get().isContinuedAt(mediaTime, scale, movieScale)) {
        shown = Optional.of(shown.get().longerBy(duration));
      } else {
        throw new UnsupportedMasterException(
            FallbackReason.MULTI_EDIT, "%d edits in %s".formatted(count, elst.path()));
      }
    }
    return shown.orElse(NONE);
  }

  /** Whether media from a time on goes on where this edit ends, within a tick of the movie. */
  private boolean isContinuedAt(long nextMediaTime, long scale, long movieScale) {
    if (movieTicks == 0 || movieScale == 0 || scale == 0) {
      return false;
    }
    double end = mediaTime + (double) movieTicks * scale / movieScale;
    return Math.abs(nextMediaTime - end) <= Math.max(1, (double) scale / movieScale);
  }

  private Edit longerBy(long more) {
    return new Edit(emptyMovieTicks, mediaTime, more == 0 ? 0 : Math.addExact(movieTicks, more));
  }
}
