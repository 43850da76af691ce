package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The three queues. */
@Singleton
public final class SqsOutgoing implements Outgoing {
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
  public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
    put(config.mailsQueue(), message.json(), delay);
  }

  @Override
  public void plan(BucketToPlan message) {
    put(config.plansQueue(), message.json(), Duration.ZERO);
  }

  @Override
  public void send(BatchToSend message) {
    put(config.sendsQueue(), message.json(), Duration.ZERO);
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
