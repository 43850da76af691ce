package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.IngestReport;
import java.util.Set;

/** Where the ingest leaves what it found, outside the folders that people write to. */
interface Outcomes {
  /** Replaces the last report of a folder. */
  void report(IngestReport report);

  /** Keeps the cut index of one version of a master. */
  void index(String videoId, String masterVersion, byte[] index);

  /** Languages of which texts of one version of a master are kept. */
  Set<String> textLanguages(String videoId, String masterVersion);

  /**
   * Keeps the texts inside one version of a master in one language.
   *
   * @param vtt in WebVTT
   */
  void texts(String videoId, String masterVersion, String language, byte[] vtt);
}
