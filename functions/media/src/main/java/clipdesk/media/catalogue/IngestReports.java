package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.IngestReport;
import java.util.Optional;

/** What the ingest last said of a video. */
interface IngestReports {
  Optional<IngestReport> find(String videoId);
}
