package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The three queues. */
@Singleton
public final class SqsOutgoing implements Outgoing {
  private static final int MESSAGES_PER_CALL = 10;
  private static final int ROUNDS = 3;
  private static final List<QueueAttributeName> WAITING =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final Provider<SqsClient> sqs;
  private final NewslettersConfig config;

  public SqsOutgoing(Provider<SqsClient> sqs, NewslettersConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  @Override
  public void mail(SenderMessage.OfOneMail message) {
    put(config.mailsQueue(), message.json(), Duration.ZERO);
  }

  @Override
  public void ask(ConfirmationToMail message) {
    put(config.sendsQueue(), message.json(), Duration.ZERO);
  }

  @Override
  public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
    put(config.mailsQueue(), message.json(), delay);
  }

  @Override
  public void plan(BucketToPlan message) {
    put(config.plansQueue(), message.json(), Duration.ZERO);
  }

  @Override
  public boolean plansIdle() {
    return idle(config.plansQueue());
  }

  @Override
  public void send(List<BatchToSend> messages) {
    for (int from = 0; from < messages.size(); from += MESSAGES_PER_CALL) {
      send(messages.subList(from, Math.min(messages.size(), from + MESSAGES_PER_CALL)), ROUNDS);
    }
  }

  /** What SQS did not take of a call that it answered is sent again. */
  private void send(List<BatchToSend> messages, int rounds) {
    var entries =
        IntStream.range(0, messages.size())
            .mapToObj(
                it ->
                    SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(it))
                        .messageBody(messages.get(it).json())
                        .build())
            .toList();
    var answer =
        sqs.get().sendMessageBatch(send -> send.queueUrl(config.sendsQueue()).entries(entries));
    var left = answer.failed().stream().map(it -> messages.get(Integer.parseInt(it.id()))).toList();
    if (!left.isEmpty()) {
      if (rounds == 1) {
        throw new IllegalStateException("SQS does not take %d messages".formatted(left.size()));
      }
      send(left, rounds - 1);
    }
  }

  @Override
  public boolean sendsIdle() {
    return idle(config.sendsQueue());
  }

  private boolean idle(String queue) {
    return sqs
        .get()
        .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(WAITING))
        .attributes()
        .values()
        .stream()
        .allMatch("0"::equals);
  }

  @Override
  public void sendLater(BatchToSend message, Duration delay) {
    put(config.sendsQueue(), message.json(), delay);
  }

  private void put(String queue, String body, Duration delay) {
    sqs.get()
        .sendMessage(
            send ->
                send.queueUrl(queue)
                    .messageBody(body)
                    .delaySeconds(Math.toIntExact(delay.toSeconds())));
  }
}
