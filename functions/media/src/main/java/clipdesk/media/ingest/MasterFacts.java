package clipdesk.media.ingest;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the index of a master says; nothing of it is decoded.
 *
 * @param sidecar the cut index to keep beside it; empty for a master that is cut without one
 */
record MasterFacts(
    long frames,
    FrameRate rate,
    long durationMs,
    Optional<String> startTimecode,
    List<TrackInfo> tracks,
    Optional<byte[]> sidecar) {
  private static final Logger LOG = LoggerFactory.getLogger(MasterFacts.class);

  /** Where a description names its master. */
  static final String POINTER = "/master/file";

  /**
   * Of a master without tables, which is read as a whole: what comes in the function's two minutes
   * with room to spare.
   */
  private static final int MOST_WALKED_GIGABYTES = 6;

  private static final long GIGABYTE = 1_000_000_000;

  /**
   * Reads a master; what is wrong with it is left in the problems.
   *
   * @throws IOException if it cannot be read, or changed meanwhile
   */
  static Optional<MasterFacts> read(ByteSource master, Problems problems) throws IOException {
    try {
      if (master.sizeBytes() > MOST_WALKED_GIGABYTES * GIGABYTE
          && MasterIndexReader.isWalked(master)) {
        problems.add(
            POINTER,
            "not-mp4",
            "Save the video as MP4 or MOV: files of other kinds may have %d GB"
                .formatted(MOST_WALKED_GIGABYTES));
        return Optional.empty();
      }
      var index = MasterIndexReader.read(master);
      requireInOnePiece(index);
      if (index.frames() == 0) {
        problems.add(POINTER, "no-video", "The file has no picture to show");
        return Optional.empty();
      }
      if (index.constantFrameRate().isEmpty()) {
        problems.add(POINTER, "variable-frame-rate", "Export it with a constant frame rate");
        return Optional.empty();
      }
      return Optional.of(of(index));
    } catch (MalformedMasterException e) {
      LOG.info("Master {} contradicts itself: {}", master.identity(), e.getMessage());
      addDamage(e, problems);
    } catch (EOFException e) {
      LOG.info("Master {} ends early: {}", master.identity(), e.getMessage());
      problems.add(POINTER, "incomplete", "The file ends early: upload it again");
    } catch (UnsupportedMasterException e) {
      LOG.info("Master {} is not taken: {}", master.identity(), e.getMessage());
      addRefusal(e.reason(), problems);
    }
    return Optional.empty();
  }

  /** What the cutter copies, but no preview is made of. */
  private static void requireInOnePiece(MasterIndex index) {
    if (index.movie().tracks().stream().anyMatch(track -> track.edit().hasSeveral())) {
      throw new UnsupportedMasterException(FallbackReason.MULTI_EDIT, "sound in several pieces");
    }
  }

  /**
   * The picture of a rendition, which may be of any kind: nothing is refused for what it lacks.
   *
   * @throws IOException if it cannot be read, or changed meanwhile
   */
  static Optional<TrackInfo> pictureOf(ByteSource rendition) throws IOException {
    try {
      return picture(MasterIndexReader.readMp4(rendition).tracks());
    } catch (MalformedMasterException | UnsupportedMasterException | EOFException e) {
      LOG.info("Rendition {} has no picture to tell of: {}", rendition.identity(), e.getMessage());
      return Optional.empty();
    }
  }

  Optional<TrackInfo> picture() {
    return picture(tracks);
  }

  private static Optional<TrackInfo> picture(List<TrackInfo> tracks) {
    return tracks.stream().filter(track -> track.kind() == TrackInfo.Kind.VIDEO).findFirst();
  }

  long audioTracks() {
    return tracks.stream().filter(track -> track.kind() == TrackInfo.Kind.AUDIO).count();
  }

  private static MasterFacts of(MasterIndex index) throws IOException {
    return new MasterFacts(
        index.frames(),
        index.constantFrameRate().orElseThrow(),
        index.durationMs(),
        index.startTimecode(),
        index.tracks(),
        sidecar(index));
  }

  private static Optional<byte[]> sidecar(MasterIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      SidecarIndex.write(index, bytes);
      return Optional.of(bytes.toByteArray());
    } catch (UnsupportedMasterException e) {
      LOG.info("Master {} is cut without an index: {}", index.identity(), e.getMessage());
      return Optional.empty();
    }
  }

  private static void addDamage(MalformedMasterException damage, Problems problems) {
    if (damage.missingBytes() > 0) {
      problems.add(
          POINTER,
          "incomplete",
          "%d bytes are there, %d are missing at the end: upload the file again"
              .formatted(damage.presentBytes(), damage.missingBytes()));
    } else {
      problems.add(POINTER, "malformed", "The file contradicts itself: export it again");
    }
  }

  private static void addRefusal(FallbackReason reason, Problems problems) {
    switch (reason) {
      case CONTAINER -> problems.add(POINTER, "not-mp4", "Save the video as MP4 or MOV");
      case FRAGMENTED ->
          problems.add(POINTER, "fragmented", "Save the video with its index in one piece");
      case NO_PICTURE -> problems.add(POINTER, "no-video", "The file has no picture to show");
      case ENCRYPTED -> problems.add(POINTER, "encrypted", "Upload the video without encryption");
      default -> problems.add(POINTER, "unsupported", "Export the video as MP4 with H.264");
    }
  }
}
