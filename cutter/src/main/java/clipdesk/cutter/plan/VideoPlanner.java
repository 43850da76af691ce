package clipdesk.cutter.plan;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Chooses the copied pictures of a range, so that as few frames as possible are encoded. */
public final class VideoPlanner {
  /** Pictures after a point in decode order that may be shown before it; H.264 allows 16. */
  private static final int REORDER_SAMPLES = 64;

  /** Sync samples that may be decoded before the range and shown in it. */
  private static final int MAX_LOOKS = 4 * REORDER_SAMPLES;

  private final SampleTables tables;
  private final FrameTimeline timeline;

  public VideoPlanner(SampleTables tables, FrameTimeline timeline) {
    this.tables = tables;
    this.timeline = timeline;
  }

  /**
   * @param range inside the timeline
   * @throws UnsupportedMasterException if the tables do not hold exactly the frames of the timeline
   */
  public VideoPlan plan(FrameRange range) throws IOException {
    long inPts = timeline.pts(range.in());
    long lastPts = timeline.pts(range.out() - 1);
    long outPts = timeline.pts(range.out());
    var samples = window(inPts, lastPts);
    requireFrames(samples, range, inPts, lastPts);
    int entry = firstSyncFrom(samples, inPts);
    boolean entryInRange = entry >= 0 && samples.pts(entry) <= lastPts;
    return entryInRange
        ? copying(samples, inPts, outPts, lastPts, entry)
        : encodingAll(samples, inPts, outPts, lastPts);
  }

  /** From the sync sample before the range to what surely lies behind it. */
  private SampleWindow window(long inPts, long lastPts) throws IOException {
    int count = tables.count();
    int near = Math.min(count - 1, tables.firstNotBefore(inPts) + REORDER_SAMPLES);
    int end = Math.min(count, tables.firstNotBefore(lastPts + 1) + 2 * REORDER_SAMPLES);
    int start = tables.syncAtOrBefore(near);
    int looks = 0;
    while (start > 0 && looks < MAX_LOOKS && tables.times(start, start + 1).pts(start) > inPts) {
      start = tables.syncAtOrBefore(start - 1);
      looks++;
    }
    if (start < 0 || looks == MAX_LOOKS) {
      throw new UnsupportedMasterException(
          FallbackReason.ENTRY_POINT, "no sync sample shortly before the range");
    }
    return tables.window(start, shownBefore(tables.times(start, end), lastPts));
  }

  /** Behind the last sample that may be shown in the range: those after it are not asked for. */
  private static int shownBefore(SampleWindow times, long lastPts) {
    int end = times.end();
    while (end - 1 > times.first() && times.pts(end - 1) > lastPts) {
      end--;
    }
    return end;
  }

  /** The window must show each frame of the range once, at the time the timeline gives it. */
  private void requireFrames(SampleWindow samples, FrameRange range, long inPts, long lastPts) {
    long[] shown = new long[samples.end() - samples.first()];
    int count = 0;
    for (int i = samples.first(); i < samples.end(); i++) {
      long pts = samples.pts(i);
      if (pts >= inPts && pts <= lastPts) {
        shown[count++] = pts;
      }
    }
    Arrays.sort(shown, 0, count);
    boolean exact = count == range.frames();
    for (int i = 0; exact && i < count; i++) {
      exact = shown[i] == timeline.pts(range.in() + i);
    }
    if (!exact) {
      throw new UnsupportedMasterException(
          FallbackReason.TIMELINE,
          "%d frames lie in a range of %d, or not at their times".formatted(count, range.frames()));
    }
  }

  private static int firstSyncFrom(SampleWindow samples, long pts) {
    for (int i = samples.first(); i < samples.end(); i++) {
      if (samples.isSync(i) && samples.pts(i) >= pts) {
        return i;
      }
    }
    return -1;
  }

  private VideoPlan copying(
      SampleWindow samples, long inPts, long outPts, long lastPts, int entry) {
    int stop = entry;
    while (stop < samples.end() && samples.pts(stop) <= lastPts) {
      stop++;
    }
    int copyEnd = cleanExit(samples, entry, stop, lastPts);
    if (copyEnd < 0) {
      return encodingAll(samples, inPts, outPts, lastPts);
    }
    long entryPts = samples.pts(entry);
    var copied = new BitSet();
    long lastCopiedPts = entryPts;
    for (int i = entry; i < copyEnd; i++) {
      if (samples.pts(i) >= entryPts) {
        copied.set(i - samples.first());
        lastCopiedPts = Math.max(lastCopiedPts, samples.pts(i));
      }
    }
    return new VideoPlan(
        samples,
        inPts,
        outPts,
        lastPts,
        copied,
        entry,
        copyEnd,
        edge(samples, inPts, entryPts),
        edge(samples, lastCopiedPts + 1, lastPts + 1));
  }

  /**
   * The last place at which the pictures copied so far are, in order of presentation, the first
   * ones of the range: there, nothing copied is missing and nothing shown later was copied.
   */
  private static int cleanExit(SampleWindow samples, int entry, int stop, long lastPts) {
    long entryPts = samples.pts(entry);
    int look = Math.min(samples.end(), stop + REORDER_SAMPLES);
    var needed = new long[look - entry + 1];
    needed[look - entry] = Long.MAX_VALUE;
    for (int i = look - 1; i >= entry; i--) {
      long pts = samples.pts(i);
      boolean wanted = pts >= entryPts && pts <= lastPts;
      needed[i - entry] = Math.min(needed[i - entry + 1], wanted ? pts : Long.MAX_VALUE);
    }
    int exit = -1;
    long shown = Long.MIN_VALUE;
    for (int i = entry; i <= stop; i++) {
      if (i > entry && shown < needed[i - entry]) {
        exit = i;
      }
      if (i < stop && samples.pts(i) >= entryPts) {
        shown = Math.max(shown, samples.pts(i));
      }
    }
    return exit;
  }

  private VideoPlan encodingAll(SampleWindow samples, long inPts, long outPts, long lastPts) {
    return new VideoPlan(
        samples,
        inPts,
        outPts,
        lastPts,
        new BitSet(),
        -1,
        samples.first(),
        edge(samples, inPts, lastPts + 1),
        Optional.empty());
  }

  private static Optional<VideoPlan.Edge> edge(SampleWindow samples, long fromPts, long toPts) {
    int frames = 0;
    int decodeEnd = samples.first();
    long firstPts = Long.MAX_VALUE;
    for (int i = samples.first(); i < samples.end(); i++) {
      long pts = samples.pts(i);
      if (pts >= fromPts && pts < toPts) {
        frames++;
        decodeEnd = i + 1;
        firstPts = Math.min(firstPts, pts);
      }
    }
    if (frames == 0) {
      return Optional.empty();
    }
    int decodeFrom = samples.first();
    for (int i = samples.first(); i < decodeEnd; i++) {
      if (samples.isSync(i) && samples.pts(i) <= firstPts) {
        decodeFrom = i;
      }
    }
    return Optional.of(new VideoPlan.Edge(firstPts, toPts, frames, decodeFrom, decodeEnd));
  }
}
