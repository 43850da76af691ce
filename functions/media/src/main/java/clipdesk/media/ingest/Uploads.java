package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.io.ByteSource;
import java.util.List;
import java.util.Optional;

/** The folder of a video, as uploaded. */
interface Uploads {
  /** More would not fit into a row of the catalogue with what is found in the files. */
  int MAX_DESCRIPTION_BYTES = 200 * 1024;

  /** The present description of a video; empty if it was removed. */
  Optional<Description> description(String videoId);

  /** The present version of a file of a video; empty if there is none. */
  Optional<StoredObject> file(String videoId, String name);

  /** Names of the files in a folder of a video, up to a hundred, relative to the video's. */
  List<String> names(String videoId, String folder);

  /**
   * SHA-256 in hex of a whole file, if the store computed it when the file was uploaded; no byte of
   * the file is read for it.
   */
  Optional<String> sha256(StoredObject file);

  /** Reads exactly this version of a file. */
  ByteSource open(StoredObject file);

  /**
   * A description in one version.
   *
   * @param bytes all of it, or nothing if it is too large
   */
  record Description(byte[] bytes, long sizeBytes, String versionId) {}
}
