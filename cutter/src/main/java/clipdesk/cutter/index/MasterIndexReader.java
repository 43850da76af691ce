package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.matroska.MatroskaReader;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.mxf.MxfReader;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.transport.TransportReader;
import java.io.IOException;

/** Reads the index of an MP4, MOV, Matroska, MPEG-TS or MXF master; see {@link MasterIndex}. */
public final class MasterIndexReader {
  private MasterIndexReader() {}

  /**
   * Reads boxes, never samples, and of MXF its own tables; of Matroska and of transport streams
   * everything. The source must stay open as long as the index is used.
   *
   * @throws MalformedMasterException if a table contradicts itself or the file
   * @throws UnsupportedMasterException if the file is none of them, or has no frame in it
   */
  public static MasterIndex read(ByteSource master) throws IOException {
    return read(new CachedReader(master));
  }

  /** Whether a master has no tables, so that {@link #read} goes through all of its bytes. */
  public static boolean isWalked(ByteSource master) throws IOException {
    return isWalked(new CachedReader(master));
  }

  private static boolean isWalked(CachedReader file) throws IOException {
    return MatroskaReader.isMatroska(file) || TransportReader.isTransportStream(file);
  }

  private static MasterIndex read(CachedReader file) throws IOException {
    try {
      var index = index(file);
      // Asked for here, so that a duration beyond all numbers is the reader's to refuse.
      index.durationMs();
      if (index.frames() == 0) {
        throw new UnsupportedMasterException(FallbackReason.NO_PICTURE, "no frame is listed");
      }
      return index;
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }

  /**
   * The same of MP4 and MOV alone; what is neither is known by its first bytes and not read on.
   *
   * @throws MalformedMasterException if a table contradicts itself or the file
   * @throws UnsupportedMasterException if the file is none of them
   */
  public static MasterIndex readMp4(ByteSource master) throws IOException {
    var file = new CachedReader(master);
    if (isWalked(file) || MxfReader.isMxf(file)) {
      throw new UnsupportedMasterException(FallbackReason.CONTAINER, "no MP4 or MOV");
    }
    return read(file);
  }

  private static Mp4Index index(CachedReader file) throws IOException {
    if (MatroskaReader.isMatroska(file)) {
      return Mp4Index.of(walked(() -> MatroskaReader.read(file)), file);
    }
    if (TransportReader.isTransportStream(file)) {
      var samples = walked(() -> TransportReader.read(file));
      return Mp4Index.of(samples.movie(), file).assembledBy(samples.assembly());
    }
    if (MxfReader.isMxf(file)) {
      var samples = walked(() -> MxfReader.read(file));
      var index =
          Mp4Index.of(
              samples.movie(), file.source().identity(), file.sizeBytes(), samples.timecode());
      return samples.assembly().map(index::assembledBy).orElse(index);
    }
    return Mp4Index.of(MovieReader.read(file), file);
  }

  private interface Walk<T> {
    T result() throws IOException;
  }

  private static <T> T walked(Walk<T> walk) throws IOException {
    try {
      return walk.result();
    } catch (MalformedMasterException | ArithmeticException unreadable) {
      // Players are more patient with it, and so is what encodes every frame.
      var unsupported =
          new UnsupportedMasterException(FallbackReason.CONTAINER, unreadable.getMessage());
      unsupported.initCause(unreadable);
      throw unsupported;
    }
  }
}
