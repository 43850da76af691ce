package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.LocalTable;
import clipdesk.common.digests.KeyRing;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSubscribersIT extends SubscribersContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  Subscribers subscribers() {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), TestKeys.keyed());
  }

  @Override
  String keyOf(EmailAddress address) {
    return TestKeys.keyed().address(address);
  }

  /** A key that is rotated makes nobody a second subscriber, nor lets a suppression go. */
  @Test
  void rowsUnderAnOlderKeyAreFoundUnderTheNewest() {
    var rotated = new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), ring("k2"));
    var ada = ada();
    assertThat(rotated.ofAddress(email, Language.FR, NOW)).isEqualTo(ada);

    subscribers().suppress(ada.id(), "complaint", NOW);
    subscribers().erase(ada.id(), "account-page", NOW);
    subscribers().release(ada.id());

    assertThat(rotated.ofAddress(email, Language.FR, NOW).status()).isEqualTo("suppressed");
    assertThat(rotated.find(email)).isPresent();
    var early = new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), ring("k1"));
    assertThat(early.find(email)).as("whichever of them is at work").isEqualTo(rotated.find(email));
  }

  private static Keyed ring(String use) {
    return new Keyed(() -> KeyRing.of("{\"k1\":\"known\",\"k2\":\"new\",\"use\":\"" + use + "\"}"));
  }

  /** What campaigns read of this table; subscribing once more must not make anybody a newcomer. */
  @Test
  void audienceIsWhoSubscribedBeforeAndHasNotLeft() {
    var ada = ada();
    var bucket = Subscriber.bucket(ada.id());
    subscribe(ada, "audience", Language.FR);
    subscribe(ada, "audience", Language.UK, NOW.plusSeconds(60));

    assertThat(audience(bucket, NOW.minusMillis(1))).isEmpty();
    assertThat(audience(bucket, NOW)).containsExactly(ada.id());
    subscribers().apply(ada.id(), Consent.withdrawn("one-click", List.of("audience"), NOW));
    assertThat(audience(bucket, NOW)).isEmpty();
  }

  private static List<String> audience(String bucket, Instant until) {
    return new DynamoPlanning(TABLE.dynamo(), TABLE.name())
        .audience("audience", bucket, Optional.empty(), /* limit= */ 10, until)
        .subscribers();
  }
}
