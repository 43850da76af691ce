package clipdesk.newsletters.lists;

import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Provider;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue, on which S3 tells of uploads, too. */
public final class SqsListWork implements ListWork {
  private final Provider<SqsClient> sqs;
  private final NewslettersConfig config;

  public SqsListWork(Provider<SqsClient> sqs, NewslettersConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  @Override
  public void put(ListToMove message) {
    put(message.json());
  }

  @Override
  public void put(AddressesToRekey message) {
    put(message.json());
  }

  private void put(String message) {
    sqs.get().sendMessage(send -> send.queueUrl(config.listWorkQueue()).messageBody(message));
  }

  @Override
  public void putLater(ListToMove message, Duration delay) {
    sqs.get()
        .sendMessage(
            send ->
                send.queueUrl(config.listWorkQueue())
                    .messageBody(message.json())
                    .delaySeconds(Math.toIntExact(delay.toSeconds())));
  }
}
