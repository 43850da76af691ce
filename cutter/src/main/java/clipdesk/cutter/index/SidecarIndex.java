package clipdesk.cutter.index;

import clipdesk.cutter.MasterIndex;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.io.OutputStream;

/** Writes and opens cut indexes. */
public final class SidecarIndex {
  private SidecarIndex() {}

  /**
   * Writes all that cuts of this master need. The stream stays open.
   *
   * @param index made by {@link clipdesk.cutter.MasterIndexReader} or {@link #open}
   */
  public static void write(MasterIndex index, OutputStream out) throws IOException {
    new SidecarWriter(out).write((Mp4Index) index);
  }

  /**
   * Opens a written index. Both sources must stay open as long as the index is used.
   *
   * @param sidecar what {@link #write} wrote
   * @param master the file it was written for
   * @throws StaleIndexException if the master's identity or size is not the one written down, or
   *     the index is of another version; make a new one or read the master's own
   */
  public static MasterIndex open(ByteSource sidecar, ByteSource master) throws IOException {
    return SidecarReader.open(sidecar, master);
  }
}
