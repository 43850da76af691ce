package clipdesk.media.catalogue;

import java.util.Map;
import java.util.Optional;

/** What the ingest last said of a video. */
interface IngestReports {
  Optional<Map<String, Object>> find(String videoId);
}
