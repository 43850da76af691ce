package clipdesk.cutter.mp4;

import clipdesk.cutter.MalformedMasterException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the {@code moov} of a master says.
 *
 * @param fileType the whole {@code ftyp} box; empty in old QuickTime files
 * @param header the whole {@code mvhd} box
 * @param timescale ticks per second of the movie
 * @param tracks in the order of the file
 * @param kept boxes of {@code moov} that are written as they are: {@code udta}, {@code meta}
 */
public record Movie(
    byte[] fileType, byte[] header, long timescale, List<Track> tracks, List<KeptBox> kept) {
  /**
   * @throws MalformedMasterException if the header is too short or the timescale no rate
   */
  public Movie {
    if (!HeaderBoxes.isCompleteMovieHeader(header)) {
      throw new MalformedMasterException("mvhd", -1, "is too short");
    }
    HeaderBoxes.requireTimescale("mvhd", timescale);
  }

  /** The same with another {@code ftyp}. */
  public Movie with(byte[] otherFileType) {
    return new Movie(otherFileType, header, timescale, tracks, kept);
  }

  /** Whether the file calls itself a QuickTime movie, or is too old to call itself anything. */
  public boolean isQuickTime() {
    return fileType.length < 12
        || new String(fileType, 8, 4, StandardCharsets.ISO_8859_1).equals("qt  ");
  }
}
