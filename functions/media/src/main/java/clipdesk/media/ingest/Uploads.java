package clipdesk.media.ingest;

import clipdesk.cutter.io.ByteSource;
import clipdesk.media.catalogue.StoredObject;
import java.util.List;
import java.util.Optional;

/** The folder of a video, as uploaded. */
interface Uploads {
  /** The present description of a video; empty if it was removed. */
  Optional<Description> description(String videoId);

  /** The present version of a file of a video; empty if there is none. */
  Optional<StoredObject> file(String videoId, String name);

  /** Names of the files in a folder of a video, up to a hundred, relative to the video's. */
  List<String> names(String videoId, String folder);

  /** Reads exactly this version of a file. */
  ByteSource open(StoredObject file);

  /** The text of a description and the version it was read in. */
  record Description(String text, String versionId) {}
}
