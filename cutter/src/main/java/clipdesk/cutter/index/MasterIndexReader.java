package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;

/** Reads the index of an MP4 or MOV master; see {@link MasterIndex}. */
public final class MasterIndexReader {
  private MasterIndexReader() {}

  /**
   * Reads boxes, never samples. The source must stay open as long as the index is used.
   *
   * @throws MalformedMasterException if a table contradicts itself or the file
   * @throws UnsupportedMasterException if the file is no MP4 or MOV, or fragmented
   */
  public static MasterIndex read(ByteSource master) throws IOException {
    var file = new CachedReader(master);
    try {
      var index = Mp4Index.of(MovieReader.read(file), file);
      // Asked for here, so that a duration beyond all numbers is the reader's to refuse.
      index.durationMs();
      return index;
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }
}
