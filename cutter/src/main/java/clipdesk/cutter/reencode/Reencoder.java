package clipdesk.cutter.reencode;

import clipdesk.cutter.frames.FrameNames;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts exactly by decoding and encoding every frame of a range, whatever the master is. */
public interface Reencoder {
  /**
   * What to cut.
   *
   * @param index of the master, where it has one: the truth about which frames are shown, and when
   * @param tracks as in {@code CutRequest}
   * @param timeLimit how long the work may take from now on
   */
  record Job(
      FrameRange range, Optional<SampleIndex> index, Set<String> tracks, Duration timeLimit) {}

  /**
   * What was cut.
   *
   * @param sizeBytes of all parts together
   * @param frames frames written, equal to those asked for
   * @param in first frame of the clip
   * @param out first frame after the clip
   * @param audio the sound tracks written
   * @param dropped tracks that were asked for and could not be encoded, with the reason
   */
  record Done(
      long sizeBytes,
      long frames,
      CutReport.Position in,
      CutReport.Position out,
      List<CutReport.Audio> audio,
      List<String> dropped) {}

  /**
   * Writes all parts of the clip into {@code sink} and leaves {@link ClipSink#finish} to the
   * caller.
   *
   * @throws ReencodeTooLongException before the first part, if the estimate exceeds the limit;
   *     later, if the work takes longer than estimated
   * @throws RangeOutsideMasterException if the master has fewer frames
   * @throws UnsupportedMasterException if no decoder or demuxer takes the master
   * @throws MalformedMasterException if the master cannot be decoded over the range
   */
  Done reencode(Job job, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException;

  /** Names the frames of a master without an index as {@link #reencode} counts them. */
  default FrameNames names(ByteSource master) {
    throw new UnsupportedOperationException();
  }
}
