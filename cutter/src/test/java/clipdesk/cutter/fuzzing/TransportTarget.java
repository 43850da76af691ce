package clipdesk.cutter.fuzzing;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.TransportPackets;
import clipdesk.cutter.transport.TransportReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A transport stream whose samples are listed and all put together. Sync bytes and check sums of
 * tables are put right first: a fuzzer would never get past them.
 */
public final class TransportTarget {
  /** A cut reads less at once. */
  private static final int READ_BYTES = 1 << 20;

  private TransportTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    var file = new MemorySource(TransportPackets.sealed(input), "input");
    try {
      var reader = new CachedReader(file);
      if (!TransportReader.isTransportStream(reader)) {
        return;
      }
      var samples = TransportReader.read(reader).assembly().apply(file);
      for (long at = 0; at < samples.sizeBytes(); at += READ_BYTES) {
        long left = samples.sizeBytes() - at;
        samples.read(at, ByteBuffer.allocate((int) Math.min(READ_BYTES, left)));
      }
    } catch (MalformedMasterException | UnsupportedMasterException refused) {
      assert !refused.getMessage().isEmpty();
    } catch (ArithmeticException overflow) {
      // Of times that no recording has: who reads the index refuses them.
      assert overflow.getMessage().contains("overflow");
    }
  }
}
