package clipdesk.cutter.mp4;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and reads the {@code moov} of a file. */
public final class MovieReader {
  private static final int MAX_INDEX_BYTES = 64 << 20;
  private static final int MAX_FILE_TYPE_BYTES = 4096;
  private static final int MAX_TRACKS = 128;

  /** A {@code moov} this small is read with one request. */
  private static final int READ_WHOLE_BYTES = 1 << 20;

  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid", "styp", "sidx");

  private MovieReader() {}

  /**
   * @throws MalformedMasterException if boxes or tables contradict each other or the file
   * @throws UnsupportedMasterException if the file is no MP4 or MOV, fragmented, or too large
   */
  public static Movie read(CachedReader file) throws IOException {
    requireBoxes(file);
    Optional<Box> fileType = Optional.empty();
    Optional<Box> index = Optional.empty();
    Optional<Box> fragment = Optional.empty();
    for (var box : Box.topLevel(file)) {
      switch (box.type()) {
        case Box.FRAGMENT -> fragment = Optional.of(box);
        case "ftyp" -> fileType = fileType.or(() -> Optional.of(box));
        case "moov" -> index = index.or(() -> Optional.of(box));
        default -> {}
      }
    }
    var moov =
        index.orElseThrow(() -> new MalformedMasterException("moov", -1, "the file has none"));
    if (moov.sizeBytes() > MAX_INDEX_BYTES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE, "moov of %d bytes".formatted(moov.sizeBytes()));
    }
    if (moov.sizeBytes() <= READ_WHOLE_BYTES) {
      file.prefetch(moov.offset(), moov.sizeBytes());
    }
    byte[] type = fileType.isEmpty() ? new byte[0] : fileType.get().raw(MAX_FILE_TYPE_BYTES);
    var movie = read(moov, type);
    var extended = moov.child(Movie.EXTENDED);
    if (fragment.isEmpty()) {
      return movie;
    }
    if (extended.isEmpty()) {
      throw fragmented(fragment.get());
    }
    // A clip is in one piece, whatever brands the pieces of its master have.
    var whole = movie.isQuickTime() ? movie : movie.with(NewMovie.fileType());
    return whole.withTracks(
        MovieFragments.read(file, extended.get(), movie.tracks(), fragment.get().offset()));
  }

  private static Movie read(Box moov, byte[] fileType) throws IOException {
    var mvhd = moov.required("mvhd");
    long timescale = mvhd.u32(mvhd.u8(0) == 1 ? 20 : 12);
    List<Track> tracks = new ArrayList<>();
    List<KeptBox> kept = new ArrayList<>();
    for (var box : moov.children()) {
      switch (box.type()) {
        case "cmov" -> throw box.malformed("compressed movie headers are not read");
        case "trak" -> tracks.add(TrackReader.read(box, timescale));
        case "iods" -> {}
        default -> {
          if (KeptBox.isKept(box)) {
            kept.add(KeptBox.of(box));
          }
        }
      }
      if (tracks.size() > MAX_TRACKS) {
        throw box.malformed("more than " + MAX_TRACKS + " tracks");
      }
    }
    return new Movie(fileType, mvhd.raw(256), timescale, List.copyOf(tracks), List.copyOf(kept));
  }

  private static void requireBoxes(CachedReader file) throws IOException {
    if (file.sizeBytes() < 8) {
      throw new MalformedMasterException("file", 0, file.sizeBytes() + " bytes hold no box");
    }
    byte[] header = file.read(0, 8);
    var type = new String(header, 4, 4, StandardCharsets.ISO_8859_1);
    if (!FIRST_BOXES.contains(type)) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "the file starts with no box of MP4 or MOV");
    }
  }

  private static UnsupportedMasterException fragmented(Box box) {
    return new UnsupportedMasterException(
        FallbackReason.FRAGMENTED, "%s at byte %d".formatted(box.path(), box.offset()));
  }
}
