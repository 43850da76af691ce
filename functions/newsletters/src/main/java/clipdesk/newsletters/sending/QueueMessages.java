package clipdesk.newsletters.sending;

import clipdesk.common.aws.QueueBatch;
import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The bodies of an SQS event's messages, which succeed or fail as one. */
final class QueueMessages {
  private QueueMessages() {}

  static List<Map<String, Object>> of(InputStream event) throws IOException {
    return QueueBatch.read(event).messages().stream().map(it -> Json.object(it.body())).toList();
  }
}
