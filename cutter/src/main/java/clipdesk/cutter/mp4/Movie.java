package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the {@code moov} of a master says.
 *
 * @param fileType the whole {@code ftyp} box; empty in old QuickTime files
 * @param header the whole {@code mvhd} box
 * @param timescale ticks per second of the movie
 * @param tracks in the order of the file
 * @param kept boxes of {@code moov} beside its tracks: {@code udta}, {@code meta}
 * @param metadataWhole whether a clip gets those boxes as they are, see {@link Metadata}
 */
public record Movie(
    byte[] fileType,
    byte[] header,
    long timescale,
    List<Track> tracks,
    List<KeptBox> kept,
    boolean metadataWhole) {
  /** The box that says that there are fragments. */
  static final String EXTENDED = "mvex";

  /** No box: says that the samples lie in another container, and what clips do not have of it. */
  static final String FOREIGN = "";

  /**
   * @throws MalformedMasterException if the header is too short or the timescale no rate
   */
  public Movie {
    if (!HeaderBoxes.isCompleteMovieHeader(header)) {
      throw new MalformedMasterException("mvhd", -1, "is too short");
    }
    HeaderBoxes.requireTimescale("mvhd", timescale);
  }

  /** A movie whose clips get no private metadata. */
  public Movie(
      byte[] fileType, byte[] header, long timescale, List<Track> tracks, List<KeptBox> kept) {
    this(fileType, header, timescale, tracks, kept, /* metadataWhole= */ false);
  }

  /** The same with all of its metadata in clips. */
  public Movie withMetadataWhole() {
    return new Movie(fileType, header, timescale, tracks, kept, /* metadataWhole= */ true);
  }

  /** What a clip gets of boxes of the movie or of one of its tracks. */
  Metadata metadata(List<KeptBox> boxes) {
    var own =
        boxes.stream()
            .filter(box -> !box.type().equals(EXTENDED) && !box.type().equals(FOREIGN))
            .toList();
    return metadataWhole ? new Metadata(own, Set.of()) : Metadata.of(own);
  }

  /** What a clip does not get of the metadata, in words. */
  public Set<String> droppedMetadata() {
    Set<String> dropped = new TreeSet<>(metadata(kept).dropped());
    for (var box : kept) {
      if (box.type().equals(FOREIGN)) {
        new String(box.bytes(), StandardCharsets.UTF_8).lines().forEach(dropped::add);
      }
    }
    tracks.forEach(track -> dropped.addAll(metadata(track.inTrack()).dropped()));
    return dropped;
  }

  /** Whether samples lie in another container than MP4 or MOV. */
  public boolean isForeign() {
    return kept.stream().anyMatch(box -> box.type().equals(FOREIGN));
  }

  /** Whether samples stand, or may stand, in fragments (ISO/IEC 14496-12, 8.8). */
  public boolean isFragmented() {
    return kept.stream().anyMatch(box -> box.type().equals(EXTENDED));
  }

  /** The same with other tracks. */
  Movie withTracks(List<Track> others) {
    return new Movie(fileType, header, timescale, others, kept, metadataWhole);
  }

  /** The same with another {@code ftyp}. */
  public Movie with(byte[] otherFileType) {
    return new Movie(otherFileType, header, timescale, tracks, kept, metadataWhole);
  }

  /** Whether the file calls itself a QuickTime movie, or is too old to call itself anything. */
  public boolean isQuickTime() {
    return fileType.length < 12
        || new String(fileType, 8, 4, StandardCharsets.ISO_8859_1).equals("qt  ");
  }
}
