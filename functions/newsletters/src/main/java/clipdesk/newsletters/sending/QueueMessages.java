package clipdesk.newsletters.sending;

import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The bodies of an SQS event's messages, which succeed or fail as one. */
final class QueueMessages {
  private QueueMessages() {}

  static List<Map<String, Object>> of(InputStream event) throws IOException {
    var text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
    return ((List<?>) Json.object(text).get("Records"))
        .stream().map(item -> Json.object((String) ((Map<?, ?>) item).get("body"))).toList();
  }
}
