package clipdesk.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A dead-letter queue, and who waits for a letter in it. */
final class DeadLetters {
  /** Lambda tries again after one minute and after two more. */
  private static final Duration RETRIES = Duration.ofMinutes(5);

  private final Stack stack;
  private final String queueUrl;

  /**
   * @param queue the output of the stack that has its address
   */
  DeadLetters(Stack stack, String queue) {
    this.stack = stack;
    this.queueUrl = stack.output(queue);
  }

  /** The letter that names a key; it is taken from the queue, others stay. */
  Message take(String name) {
    try (var sqs = stack.sqs()) {
      var found = find(sqs, name);
      sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(found.receiptHandle()));
      return found;
    }
  }

  /** The letter that names a key; it stays in the queue and shows at once. */
  Message look(String name) {
    try (var sqs = stack.sqs()) {
      return find(sqs, name);
    }
  }

  private Message find(SqsClient sqs, String name) {
    return Eventually.within(
        RETRIES,
        "a dead letter about " + name,
        () -> lookAtAll(sqs).stream().filter(message -> message.body().contains(name)).findFirst());
  }

  /** What shows in a queue. It shows again afterwards, for whoever looks next would miss it. */
  private List<Message> lookAtAll(SqsClient sqs) {
    List<Message> seen = new ArrayList<>();
    List<Message> batch;
    do {
      batch =
          sqs.receiveMessage(receive -> receive.queueUrl(queueUrl).maxNumberOfMessages(10))
              .messages();
      seen.addAll(batch);
    } while (!batch.isEmpty());
    for (var message : seen) {
      sqs.changeMessageVisibility(
          change ->
              change
                  .queueUrl(queueUrl)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(0));
    }
    return seen;
  }
}
