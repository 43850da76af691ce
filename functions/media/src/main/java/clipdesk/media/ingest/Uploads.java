package clipdesk.media.ingest;

import clipdesk.cutter.io.ByteSource;
import clipdesk.media.catalogue.StoredObject;
import java.util.Map;
import java.util.Optional;

/** What was uploaded, and where the ingest leaves word. */
interface Uploads {
  /** The present description of a video; empty if it was removed. */
  Optional<Description> description(String videoId);

  /** The present version of a file of a video; empty if there is none. */
  Optional<StoredObject> file(String videoId, String name);

  ByteSource open(StoredObject file);

  void report(String videoId, Map<String, Object> report);

  /** The text of a description and the version it was read in. */
  record Description(String text, String versionId) {}
}
