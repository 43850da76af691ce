package clipdesk.common;

import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands SQS events to a handler that reports failures message by message. */
public final class QueueCalls {
  private QueueCalls() {}

  /** An event of messages {@code m-0}, {@code m-1} and so on. */
  public static String batch(String... bodies) {
    var records = new ArrayList<Map<String, Object>>();
    for (var body : bodies) {
      records.add(Map.of("messageId", "m-" + records.size(), "body", body));
    }
    return Json.text(Map.of("Records", records));
  }

  /** The ids of the messages that are to come again. */
  public static List<String> failures(RequestStreamHandler handler, String event)
      throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    var failures =
        (List<?>) Json.object(answer.toString(StandardCharsets.UTF_8)).get("batchItemFailures");
    return failures.stream()
        .map(failure -> (String) ((Map<?, ?>) failure).get("itemIdentifier"))
        .toList();
  }
}
