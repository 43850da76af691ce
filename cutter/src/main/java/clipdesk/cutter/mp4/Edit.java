package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a track's media lies on the movie's timeline (ISO/IEC 14496-12, 8.6.6): nothing for a
 * while, then the media from one point on.
 *
 * @param emptyMovieTicks how long nothing is shown first, in the movie's timescale
 * @param mediaTime first time shown, in the track's timescale
 * @param movieTicks how long the media is shown, in the movie's timescale; 0 means to its end
 * @param later what is shown behind it, in order of time, each counted from the movie's start
 */
public record Edit(long emptyMovieTicks, long mediaTime, long movieTicks, List<Edit> later) {
  /** The whole media from the start, as without an edit list. */
  static final Edit NONE = new Edit(0, 0, 0);

  private static final int MAX_LATER = 1024;
  private static final long NORMAL_RATE = 0x10000;
  private static final long EMPTY = -1;

  /** The only one of a track. */
  public Edit(long emptyMovieTicks, long mediaTime, long movieTicks) {
    this(emptyMovieTicks, mediaTime, movieTicks, List.of());
  }

  /** Edits of one track in order of time, one at least. */
  public static Edit of(List<Edit> each) {
    var first = each.getFirst();
    return new Edit(
        first.emptyMovieTicks,
        first.mediaTime,
        first.movieTicks,
        List.copyOf(each.subList(1, each.size())));
  }

  /** Whether the track shows pieces of its media, and not one. */
  public boolean hasSeveral() {
    return !later.isEmpty();
  }

  /** This one and those behind it, each by itself. */
  public List<Edit> each() {
    List<Edit> each = new ArrayList<>();
    each.add(new Edit(emptyMovieTicks, mediaTime, movieTicks));
    each.addAll(later);
    return each;
  }

  /** Where on the movie's timeline it ends; the largest number if that is where the media ends. */
  public long endMovieTicks() {
    return movieTicks == 0 ? Long.MAX_VALUE : Math.addExact(emptyMovieTicks, movieTicks);
  }

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
    long start = 0;
    List<Edit> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = 8 + (long) i * entryBytes;
      long duration = wide ? elst.i64(at) : elst.u32(at);
      long mediaTime = wide ? elst.i64(at + 8) : (int) elst.u32(at + 4);
      long rate = elst.u32(at + entryBytes - 4);
      if (duration < 0 || mediaTime < EMPTY) {
        throw elst.malformed("edit %d starts at %d, lasts %d".formatted(i, mediaTime, duration));
      }
      boolean lastIsEmpty = mediaTime == EMPTY && i == count - 1 && found.isEmpty();
      boolean endless = !found.isEmpty() && found.getLast().movieTicks() == 0;
      if ((mediaTime != EMPTY && rate != NORMAL_RATE) || lastIsEmpty || endless) {
        throw severalEdits(count, elst);
      }
      if (mediaTime != EMPTY) {
        boolean goesOn =
            !found.isEmpty()
                && found.getLast().endMovieTicks() == start
                && found.getLast().isContinuedAt(mediaTime, scale, movieScale);
        if (goesOn) {
          found.add(found.removeLast().longerBy(duration));
        } else {
          found.add(new Edit(start, mediaTime, duration));
        }
      }
      if (found.size() > MAX_LATER) {
        throw severalEdits(count, elst);
      }
      start = Math.addExact(start, duration);
    }
    return found.isEmpty() ? NONE : of(found);
  }

  private static UnsupportedMasterException severalEdits(int count, Box elst) {
    return new UnsupportedMasterException(
        FallbackReason.MULTI_EDIT, "%d edits in %s".formatted(count, elst.path()));
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
