package clipdesk.cutter.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Damages cut indexes in ways that their checksum does not show. */
public final class SidecarFile {
  private SidecarFile() {}

  /** The end of a file, which says where its header is and how long. */
  public static byte[] footer(long position, int length) {
    return ByteBuffer.allocate(SidecarWriter.FOOTER_BYTES)
        .putLong(position)
        .putInt(length)
        .putInt(0)
        .putLong(SidecarWriter.MAGIC)
        .array();
  }

  /** The same file with the checksum of what stands where its header should be. */
  public static byte[] withRightChecksum(byte[] file) {
    int footer = file.length - SidecarWriter.FOOTER_BYTES;
    if (footer < 0) {
      return file;
    }
    var bytes = ByteBuffer.wrap(file.clone());
    long position = bytes.getLong(footer);
    if (position >= 0 && position <= footer) {
      var header = Arrays.copyOfRange(file, (int) position, footer);
      bytes.putInt(footer + 8, header.length);
      bytes.putInt(footer + 12, SidecarWriter.checksum(header));
    }
    return bytes.array();
  }
}
