package clipdesk.newsletters.subscriptions;

import clipdesk.common.json.Json;
import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
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
  public void mail(Map<String, Object> message) {
    put(config.mailsQueue(), message, Duration.ZERO);
  }

  @Override
  public void mailLater(Map<String, Object> message, Duration delay) {
    put(config.mailsQueue(), message, delay);
  }

  @Override
  public void plan(Map<String, Object> message) {
    put(config.plansQueue(), message, Duration.ZERO);
  }

  @Override
  public void send(Map<String, Object> message) {
    put(config.sendsQueue(), message, Duration.ZERO);
  }

  @Override
  public void sendLater(Map<String, Object> message, Duration delay) {
    put(config.sendsQueue(), message, delay);
  }

  private void put(String queue, Map<String, Object> message, Duration delay) {
    sqs.get()
        .sendMessage(
            send ->
                send.queueUrl(queue)
                    .messageBody(Json.text(message))
                    .delaySeconds(Math.toIntExact(delay.toSeconds())));
  }
}
