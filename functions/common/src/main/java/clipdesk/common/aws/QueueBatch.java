package clipdesk.common.aws;

import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Messages of an SQS event whose source reports batch item failures: one that fails comes again by
 * itself and ends as a dead letter by itself.
 */
public final class QueueBatch {
  private static final Logger LOG = LoggerFactory.getLogger(QueueBatch.class);

  private final List<Message> messages;
  private final Set<String> failed = new LinkedHashSet<>();

  private QueueBatch(List<Message> messages) {
    this.messages = messages;
  }

  /**
   * A message.
   *
   * @param id what the queue calls it; says nothing of its body
   */
  public record Message(String id, String body) {}

  public static QueueBatch read(InputStream event) throws IOException {
    var text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
    var records = (List<?>) Json.object(text).get("Records");
    return new QueueBatch(records.stream().map(it -> message((Map<?, ?>) it)).toList());
  }

  private static Message message(Map<?, ?> item) {
    return new Message((String) item.get("messageId"), (String) item.get("body"));
  }

  public List<Message> messages() {
    return messages;
  }

  /** Does the work of a message; if it throws, the message comes again and the others do not. */
  public void attempt(Message message, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Message {} failed and comes again", message.id(), withoutWords(e));
      failed.add(message.id());
    }
  }

  /** Tells the queue which messages failed. */
  public void answer(OutputStream answer) throws IOException {
    var failures = failed.stream().map(id -> Map.of("itemIdentifier", id)).toList();
    answer.write(Json.text(Map.of("batchItemFailures", failures)).getBytes(StandardCharsets.UTF_8));
  }

  /** Parsers and AWS quote what they refuse, and messages hold addresses: class and place do. */
  private static Throwable withoutWords(RuntimeException failure) {
    var told =
        new IllegalStateException(
            failure instanceof AwsServiceException service
                ? "%s, status %d, request %s"
                    .formatted(
                        service.getClass().getName(), service.statusCode(), service.requestId())
                : failure.getClass().getName());
    told.setStackTrace(failure.getStackTrace());
    return told;
  }
}
