package clipdesk.common.aws;

import clipdesk.common.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The keys that S3 tells of in an event. It is read as plain JSON: binding it to classes would cost
 * half of a function's start-up.
 */
public final class StoredKeys {
  private StoredKeys() {}

  /** What S3 sends to try a destination names none. */
  public static List<String> of(String event) {
    return Json.object(event).get("Records") instanceof List<?> items
        ? items.stream().map(it -> key((Map<?, ?>) it)).toList()
        : List.of();
  }

  /** AWS writes a blank as "+", LocalStack as "%20"; a form decoder takes both. */
  private static String key(Map<?, ?> item) {
    var object = (Map<?, ?>) ((Map<?, ?>) item.get("s3")).get("object");
    return URLDecoder.decode((String) object.get("key"), StandardCharsets.UTF_8);
  }
}
