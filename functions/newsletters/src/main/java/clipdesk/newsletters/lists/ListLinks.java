package clipdesk.newsletters.lists;

import java.net.URI;
import java.time.Duration;

/** Addresses by which whoever has them moves one file. */
public interface ListLinks {
  /** Of the header that an upload has to carry. */
  String CONTENT_TYPE = "text/csv";

  /** To put a list that is to be imported. */
  URI toUpload(String importId, Duration life);

  /** To get a list that was exported. */
  URI toDownload(String exportId, Duration life);
}
