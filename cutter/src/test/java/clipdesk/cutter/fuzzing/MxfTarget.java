package clipdesk.cutter.fuzzing;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mxf.MxfReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An MXF file whose tables are read, and its first samples by them. A reader of masters calls each
 * of its faults unsupported; here it is seen which it was.
 */
public final class MxfTarget {
  /** More than a group of pictures, and than the first partition of a seed. */
  private static final int MOST_SAMPLES = 64;

  private MxfTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    var file = new MemorySource(input, "input");
    try {
      var reader = new CachedReader(file);
      if (!MxfReader.isMxf(reader)) {
        return;
      }
      var found = MxfReader.read(reader);
      var samples = found.assembly().<ByteSource>map(it -> it.apply(file)).orElse(file);
      for (var track : found.movie().tracks()) {
        readFirst(track.samples(), samples);
      }
    } catch (MalformedMasterException | UnsupportedMasterException refused) {
      assert !refused.getMessage().isEmpty();
    } catch (ArithmeticException overflow) {
      // Of times that no recording has: who reads the index refuses them.
      assert overflow.getMessage().contains("overflow");
    }
  }

  private static void readFirst(SampleTables tables, ByteSource samples) throws IOException {
    var first = tables.window(0, Math.min(tables.count(), MOST_SAMPLES));
    for (int i = 0; i < first.end(); i++) {
      samples.read(first.offset(i), ByteBuffer.allocate(first.size(i)));
    }
  }
}
