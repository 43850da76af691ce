package clipdesk.cutter.fuzzing;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.StaleIndexException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** One cut by copying, of a master or by an index that may be damaged. */
public final class HostileCut {
  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("not asked for");
      };

  private static final com.sun.management.ThreadMXBean THREAD =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** No small input may take longer. */
  private static final long MAX_NANOS = 2_000_000_000;

  /** Of buffers whose size has nothing to do with the master. */
  private static final long FIXED_BYTES = 16 << 20;

  private static final int TIMES_THE_MASTER = 64;

  private HostileCut() {}

  /** A finished clip and what the cutter says of it. */
  public record Cut(byte[] clip, CutReport report) {}

  /** How the index of a master is had. */
  public interface IndexSource {
    MasterIndex open(ByteSource master) throws IOException;
  }

  /** Cuts by the master's own index. */
  public static Optional<Cut> cut(ByteSource master, FrameRange range) throws IOException {
    return cut(master, range, MasterIndexReader::read);
  }

  /**
   * @return empty if the master or the index was refused, with nothing published
   * @throws IOException only if the source throws it: damage is no failure to read
   */
  public static Optional<Cut> cut(ByteSource master, FrameRange range, IndexSource source)
      throws IOException {
    var request = CutRequest.of(range).withMethod(MethodChoice.SMART_ONLY);
    var sink = new CopyingSink(master);
    try {
      var index = source.open(master);
      var report = new ClipCutter(NONE).cut(request, index, master, sink, ProgressListener.NONE);
      return Optional.of(new Cut(sink.published(), report));
    } catch (MalformedMasterException
        | UnsupportedMasterException
        | RangeOutsideMasterException
        | StaleIndexException
        | VerificationFailedException refused) {
      if (sink.published().length > 0) {
        throw new AssertionError("refused, but published", refused);
      }
      return Optional.empty();
    }
  }

  /**
   * As {@link #cut(ByteSource, FrameRange, IndexSource)}, and bounded in processor time, which does
   * not depend on what else the machine does, and in memory. Not for fuzzers, whose changes to
   * classes are made, and paid for, inside the first cuts.
   */
  public static Optional<Cut> modestCut(ByteSource master, FrameRange range, IndexSource source)
      throws IOException {
    long started = THREAD.getCurrentThreadCpuTime();
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    var cut = cut(master, range, source);
    long nanos = THREAD.getCurrentThreadCpuTime() - started;
    long bytes = THREAD.getCurrentThreadAllocatedBytes() - allocated;
    if (nanos > MAX_NANOS || bytes > FIXED_BYTES + TIMES_THE_MASTER * master.sizeBytes()) {
      throw new AssertionError(
          "%d ms and %d bytes for a master of %d bytes"
              .formatted(nanos / 1_000_000, bytes, master.sizeBytes()));
    }
    return cut;
  }
}
