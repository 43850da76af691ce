package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.IngestReport;

/** Where the ingest leaves what it found, outside the folders that people write to. */
interface Outcomes {
  /** Replaces the last report of a folder. */
  void report(IngestReport report);

  /** Keeps the cut index of one version of a master. */
  void index(String videoId, String masterVersion, byte[] index);
}
