package clipdesk.accounts.events;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    var members = new LinkedHashMap<String, Object>();
    email.ifPresent(address -> members.put("email", address));
    publish("account-deleted", sub, members);
  }

  @Override
  public void sessionEnded(String sub, String tokenFamily) {
    attempt("session-ended", sub, Map.of("tokenFamily", tokenFamily));
  }

  @Override
  public void sessionsEnded(String sub, Instant validAfter) {
    attempt("sessions-ended", sub, Map.of("validAfter", validAfter.getEpochSecond()));
  }

  private void attempt(String type, String sub, Map<String, Object> more) {
    try {
      publish(type, sub, more);
    } catch (SdkException e) {
      LOG.error("The other contexts were not told {}: {}", type, e.getClass().getName());
    }
  }

  private void publish(String type, String sub, Map<String, Object> more) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", type);
    members.put("sub", sub);
    members.putAll(more);
    sns.get().publish(publish -> publish.topicArn(topicArn).message(Json.text(members)));
  }
}
