package clipdesk.accounts.events;

import clipdesk.contracts.accounts.AccountEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes to the topic that newsletters and media listen to. */
public final class SnsAccountEvents implements AccountEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SnsAccountEvents.class);

  private final Supplier<SnsClient> sns;
  private final String topicArn;

  /**
   * @param sns asked for at the first word: most calls have none to say
   */
  public SnsAccountEvents(Supplier<SnsClient> sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void deleted(String sub, Optional<String> email) {
    publish(new AccountEvent.AccountDeleted(sub, email));
  }

  @Override
  public void addressChanged(String sub, String email, String former) {
    publish(new AccountEvent.AddressChanged(sub, email, Optional.of(former)));
  }

  @Override
  public void sessionEnded(String sub, String tokenFamily) {
    attempt(new AccountEvent.SessionEnded(sub, tokenFamily));
  }

  @Override
  public void sessionsEnded(String sub, Instant validAfter) {
    attempt(new AccountEvent.SessionsEnded(sub, validAfter));
  }

  private void attempt(AccountEvent event) {
    try {
      publish(event);
    } catch (SdkException e) {
      LOG.error("The other contexts were not told {}: {}", event.type(), e.getClass().getName());
    }
  }

  private void publish(AccountEvent event) {
    sns.get().publish(publish -> publish.topicArn(topicArn).message(event.json()));
  }
}
