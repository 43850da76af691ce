package clipdesk.common;

import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    return failures(handler, event, Duration.ofSeconds(60));
  }

  /**
   * The same, of an invocation that is about to end.
   *
   * @param left what it has left, however often it asks
   */
  public static List<String> failures(RequestStreamHandler handler, String event, Duration left)
      throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context(left));
    var failures =
        (List<?>) Json.object(answer.toString(StandardCharsets.UTF_8)).get("batchItemFailures");
    return failures.stream()
        .map(failure -> (String) ((Map<?, ?>) failure).get("itemIdentifier"))
        .toList();
  }

  /** A context that knows the time and nothing else. */
  private static Context context(Duration left) {
    return (Context)
        Proxy.newProxyInstance(
            QueueCalls.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              if (method.getName().equals("getRemainingTimeInMillis")) {
                return Math.toIntExact(left.toMillis());
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
