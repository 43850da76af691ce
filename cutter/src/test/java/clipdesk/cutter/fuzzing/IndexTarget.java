package clipdesk.cutter.fuzzing;

import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.io.OutputStream;

/** A master whose index is read and kept, as the ingest does. */
public final class IndexTarget {
  private IndexTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try {
      var index = MasterIndexReader.read(new MemorySource(input, "input"));
      index.durationMs();
      index.startTimecode();
      index.constantFrameRate();
      SidecarIndex.write(index, OutputStream.nullOutputStream());
    } catch (MalformedMasterException | UnsupportedMasterException refused) {
      assert !refused.getMessage().isEmpty();
    }
  }
}
