package clipdesk.media.links;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
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
  record Target(Place place, String key, Optional<String> versionId, Optional<SaveAs> saveAs) {
    public String contentType() {
      return contentTypeOf(key);
    }
  }

  /**
   * The name of a download.
   *
   * @param ascii for programs that know nothing else
   * @param localised in any script (RFC 6266, {@code filename*})
   */
  record SaveAs(String ascii, String localised) {}

  /** By the end of the name: the media types of the files beside a master. */
  static String contentTypeOf(String key) {
    return switch (key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "mov" -> "video/quicktime";
      case "mkv" -> "video/matroska";
      case "ts", "m2ts" -> "video/mp2t";
      case "mxf" -> "application/mxf";
      case "vtt" -> "text/vtt";
      case "jpg" -> "image/jpeg";
      default -> "video/mp4";
    };
  }
}
