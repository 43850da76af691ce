package clipdesk.media.ingest;

import java.util.Map;

/** Where the ingest leaves what it found, outside the folders that people write to. */
interface Outcomes {
  /** Replaces the last report of a folder, which need not be the id of a video. */
  void report(String folder, Map<String, Object> report);

  /** Keeps the cut index of one version of a master. */
  void index(String videoId, String masterVersion, byte[] index);
}
