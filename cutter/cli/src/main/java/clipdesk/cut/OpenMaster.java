package clipdesk.cut;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;

/** A master whose index was read, once for all ranges, or found to be none of ours. */
sealed interface OpenMaster {
  Reencoder REENCODER = new JavaCvReencoder();

  /**
   * @throws clipdesk.cutter.refusals.MalformedMasterException if the file contradicts itself
   */
  static OpenMaster read(ByteSource master) throws IOException {
    try {
      return new Indexed(MasterIndexReader.read(master), master);
    } catch (UnsupportedMasterException e) {
      if (e.reason().isFinal()) {
        throw e;
      }
      return new Foreign(e, master);
    }
  }

  /**
   * The frames between two points; see {@link Point}.
   *
   * @throws RangeOutsideMasterException if the master is known to have fewer
   */
  FrameRange range(String from, String to);

  /** As {@link ClipCutter} does it. */
  CutReport cut(CutRequest request, ClipSink sink, ProgressListener listener) throws IOException;

  private static ClipCutter cutter() {
    return new ClipCutter(REENCODER);
  }

  /** Cut by its index. */
  record Indexed(MasterIndex index, ByteSource master) implements OpenMaster {
    @Override
    public FrameRange range(String from, String to) {
      var range = new FrameRange(Point.frame(from, index), Point.frame(to, index));
      if (range.out() > index.frames()) {
        throw new RangeOutsideMasterException(range, index.frames());
      }
      return range;
    }

    @Override
    public CutReport cut(CutRequest request, ClipSink sink, ProgressListener listener)
        throws IOException {
      return cutter().cut(request, index, master, sink, listener);
    }
  }

  /** No MP4 of the plain kind: only a re-encode is left, which needs no index. */
  record Foreign(UnsupportedMasterException why, ByteSource master) implements OpenMaster {
    @Override
    public FrameRange range(String from, String to) {
      var names = REENCODER.names(master);
      return new FrameRange(Point.frame(from, names), Point.frame(to, names));
    }

    @Override
    public CutReport cut(CutRequest request, ClipSink sink, ProgressListener listener)
        throws IOException {
      return cutter().cut(request, why, master, sink, listener);
    }
  }
}
