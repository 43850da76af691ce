package clipdesk.cutter;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Cuts exactly by decoding and encoding every frame of a range, whatever the master is. */
public interface Reencoder {
  /**
   * What to cut.
   *
   * @param tracks as in {@link CutRequest#tracks()}
   * @param timeLimit how long the work may take from now on
   */
  record Job(FrameRange range, Set<String> tracks, Duration timeLimit) {}

  /**
   * What was cut.
   *
   * @param frames frames written, equal to those asked for
   * @param inMs when the first frame is shown in the master, milliseconds
   * @param outMs when the last frame ends in the master, milliseconds
   * @param audio the sound tracks written
   */
  record Done(long frames, double inMs, double outMs, List<CutReport.Audio> audio) {}

  /**
   * Writes all parts of the clip into {@code sink} and leaves {@link ClipSink#finish()} to the
   * caller.
   *
   * @throws ReencodeTooLongException before the first part, if the estimate exceeds the limit
   * @throws RangeOutsideMasterException if the master has fewer frames
   * @throws UnsupportedMasterException if no decoder or demuxer takes the master
   * @throws MalformedMasterException if the master cannot be decoded over the range
   */
  Done reencode(Job job, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException;
}
