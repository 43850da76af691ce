package clipdesk.cutter.testmedia;

import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The index of a master as a portal has it: written down, and opened again. */
public final class KeptIndex {
  private KeptIndex() {}

  /** Empty if none is kept of such a master. */
  public static Optional<MasterIndex> of(ByteSource master) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      SidecarIndex.write(MasterIndexReader.read(master), bytes);
    } catch (UnsupportedMasterException none) {
      return Optional.empty();
    }
    return Optional.of(SidecarIndex.open(new MemorySource(bytes.toByteArray(), "index"), master));
  }
}
