package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.aws.LocalTable;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSubscribersIT extends SubscribersContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(
        TABLE.dynamo(), TABLE.name(), new Keyed(() -> "key".getBytes(StandardCharsets.US_ASCII)));
  }

  /** What campaigns read of this table; subscribing once more must not make anybody a newcomer. */
  @Test
  void audienceIsWhoSubscribedBeforeAndHasNotLeft() {
    var ada = ada();
    var bucket = Subscriber.bucket(ada.id());
    subscribe(ada, "audience", Language.FR);
    subscribers()
        .subscribe(ada, "audience", Language.UK, "account-page", "2026-01", NOW.plusSeconds(60));

    assertThat(audience(bucket, NOW.minusMillis(1))).isEmpty();
    assertThat(audience(bucket, NOW)).containsExactly(ada.id());
    subscribers().unsubscribe(ada.id(), "audience", "one-click", NOW);
    assertThat(audience(bucket, NOW)).isEmpty();
  }

  private static List<String> audience(String bucket, Instant until) {
    return new DynamoPlanning(TABLE.dynamo(), TABLE.name())
        .audience("audience", bucket, Optional.empty(), /* limit= */ 10, until)
        .subscribers();
  }
}
