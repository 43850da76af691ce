package clipdesk.accounts.profile;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.json.Json;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes to the topic that newsletters and media listen to. */
@Singleton
final class SnsAccountEvents implements AccountEvents {
  private final Provider<SnsClient> sns;
  private final AccountsConfig config;

  SnsAccountEvents(Provider<SnsClient> sns, AccountsConfig config) {
    this.sns = sns;
    this.config = config;
  }

  @Override
  public void deleted(String sub, String email) {
    var message = Json.text(Map.of("type", "account-deleted", "sub", sub, "email", email));
    sns.get().publish(publish -> publish.topicArn(config.accountEventsTopicArn()).message(message));
  }
}
