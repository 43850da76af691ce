package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.io.OutputStream;

/** Writes and opens cut indexes. */
public final class SidecarIndex {
  private SidecarIndex() {}

  /**
   * Writes all that cuts of this master need. The stream stays open.
   *
   * @param index made by {@link MasterIndexReader} or {@link #open}
   * @throws MalformedMasterException if a table contradicts itself or the file
   * @throws UnsupportedMasterException if its own tables are as good: those of MXF
   */
  public static void write(MasterIndex index, OutputStream out) throws IOException {
    try {
      new SidecarWriter(out).write(index);
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }

  /**
   * Opens a written index. Both sources must stay open as long as the index is used.
   *
   * @param sidecar what {@link #write} wrote
   * @param master the file it was written for
   * @throws StaleIndexException if the master's identity or size is not the one written down, or
   *     the index is of another version, or damaged; make a new one or read the master's own.
   *     Blocks of samples are read later, and found damaged then
   */
  public static MasterIndex open(ByteSource sidecar, ByteSource master) throws IOException {
    return SidecarReader.open(sidecar, master);
  }
}
