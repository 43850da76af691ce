package clipdesk.cut;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.MasterIndex;
import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.UnsupportedMasterException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.reencode.JavaCvReencoder;
import java.io.IOException;

/** A master whose index was read, once for all ranges, or found to be none of ours. */
sealed interface OpenMaster {
  /**
   * @throws clipdesk.cutter.MalformedMasterException if the file contradicts itself
   */
  static OpenMaster read(ByteSource master) throws IOException {
    try {
      return new Indexed(MasterIndexReader.read(master), master);
    } catch (UnsupportedMasterException e) {
      return new Foreign(e, master);
    }
  }

  /** The frame that a text names; see {@link Point}. */
  long frame(String point);

  /** As {@link ClipCutter} does it. */
  CutReport cut(CutRequest request, ClipSink sink, ProgressListener listener) throws IOException;

  private static ClipCutter cutter() {
    return new ClipCutter(new JavaCvReencoder());
  }

  /** Cut by its index. */
  record Indexed(MasterIndex index, ByteSource master) implements OpenMaster {
    @Override
    public long frame(String point) {
      return Point.frame(point, index);
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
    public long frame(String point) {
      return Point.frame(point);
    }

    @Override
    public CutReport cut(CutRequest request, ClipSink sink, ProgressListener listener)
        throws IOException {
      return cutter().cut(request, why, master, sink, listener);
    }
  }
}
