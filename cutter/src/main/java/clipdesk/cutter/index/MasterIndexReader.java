package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.matroska.MatroskaReader;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;

/** Reads the index of an MP4, MOV or Matroska master; see {@link MasterIndex}. */
public final class MasterIndexReader {
  private MasterIndexReader() {}

  /**
   * Reads boxes, never samples; of Matroska all that stands between the frames. The source must
   * stay open as long as the index is used.
   *
   * @throws MalformedMasterException if a table contradicts itself or the file
   * @throws UnsupportedMasterException if the file is none of them
   */
  public static MasterIndex read(ByteSource master) throws IOException {
    var file = new CachedReader(master);
    try {
      var index = Mp4Index.of(movie(file), file);
      // Asked for here, so that a duration beyond all numbers is the reader's to refuse.
      index.durationMs();
      return index;
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }

  private static Movie movie(CachedReader file) throws IOException {
    if (!MatroskaReader.isMatroska(file)) {
      return MovieReader.read(file);
    }
    try {
      return MatroskaReader.read(file);
    } catch (MalformedMasterException | ArithmeticException unreadable) {
      // Players are more patient with it, and so is what encodes every frame.
      var unsupported =
          new UnsupportedMasterException(FallbackReason.CONTAINER, unreadable.getMessage());
      unsupported.initCause(unreadable);
      throw unsupported;
    }
  }
}
