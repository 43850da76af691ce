package clipdesk.media.links;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the bytes of a stored file can be fetched for a while, by whoever has the link. */
public interface FileLinks {
  URI linkTo(Target target, Method method, Duration life);

  /** A link is good for the one method it was made for. */
  enum Method {
    GET,
    HEAD
  }

  /** Which bucket a file lies in. */
  enum Place {
    MASTERS,
    CLIPS
  }

  /**
   * One exact version of a file.
   *
   * @param versionId empty where the bucket keeps no versions
   * @param saveAs the name it is saved under; empty if it is to be shown
   */
  record Target(Place place, String key, String versionId, Optional<String> saveAs) {}
}
