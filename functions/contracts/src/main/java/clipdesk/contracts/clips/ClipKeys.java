package clipdesk.contracts.clips;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the objects of a clip lie in the clips bucket. */
public final class ClipKeys {
  private static final Pattern REQUEST = Pattern.compile("clip-requests/([0-9a-f]{40})\\.json");

  private ClipKeys() {}

  /** Of the {@link ClipRequest}, whose creation starts the cutter. */
  public static String request(String clipId) {
    return "clip-requests/" + clipId + ".json";
  }

  /** The clip that a request is about; empty if the key is not that of a request. */
  public static Optional<String> clipOfRequest(String key) {
    var matcher = REQUEST.matcher(key);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Of the {@link ClipStatus}. */
  public static String status(String clipId) {
    return "clips/" + clipId + "/status.json";
  }

  /** Of the {@link ClipReport}, whose presence means that the clip is published. */
  public static String report(String clipId) {
    return "clips/" + clipId + "/report.json";
  }

  /** Of the clip itself. */
  public static String clip(String clipId) {
    return "clips/" + clipId + "/" + ClipReport.FILE_NAME;
  }
}
