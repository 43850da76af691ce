package clipdesk.newsletters.subscriptions;

import static clipdesk.common.stored.SpoiltItems.texts;
import static clipdesk.common.stored.SpoiltItems.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of subscribers that nobody would write. */
final class SpoiltSubscribersTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");
  private static final Set<String> KEYS = Set.of("pk", "sk");
  private static final Keyed KEYED = TestKeys.keyed();
  private static final Map<String, AttributeValue> PROFILE =
      texts(
          Map.of(
              "pk", "SUB#s1",
              "sk", "PROFILE",
              "email", ADA.text(),
              "language", "fr",
              "status", "active"));

  private final FixedTable table = new FixedTable();
  private final DynamoSubscribers subscribers = new DynamoSubscribers(table, "newsletters", KEYED);
  private final DynamoConfirmations confirmations =
      new DynamoConfirmations(table, "newsletters", KEYED);

  @Test
  void topicsAreAllOthersWhateverOneOfThemHolds() {
    for (var spoilt : SpoiltItems.of(texts(Map.of("spoilt", "on")), Set.of())) {
      table.clear();
      var topics = new HashMap<>(texts(Map.of("first", "on", "last", "on", "left", "off")));
      topics.putAll(spoilt);
      table.put(with(PROFILE, "topics", AttributeValue.fromM(topics)));

      assertThat(subscribers.topicsOf("s1")).containsExactly("first", "last");
    }
    for (var spoilt :
        SpoiltItems.of(with(PROFILE, "topics", AttributeValue.fromM(Map.of())), KEYS)) {
      table.clear();
      table.put(spoilt);

      assertThat(subscribers.topicsOf("s1")).isEmpty();
    }
  }

  @Test
  void profileThatCannotBeReadIsNobodysAndItsAddressIsNotTold() throws IOException {
    var told =
        StandardOutput.of(
            () -> {
              for (var spoilt : SpoiltItems.of(PROFILE, KEYS)) {
                table.clear();
                table.put(spoilt);
                subscribers.find("s1").flatMap(Subscriber::email).ifPresent(this::assertAda);
              }
            });
    assertThat(told).contains("SUB#s1 / PROFILE of subscribers").doesNotContain(ADA.text());
  }

  /** It may be one that must not be written to again. */
  @Test
  void profileThatCannotBeReadIsNotMadeAnewForItsAddress() {
    table.put(lock());
    table.put(with(PROFILE, "status", AttributeValue.fromNul(true)));

    assertThatThrownBy(() -> subscribers.ofAddress(ADA, Language.EN, NOW))
        .isInstanceOf(UnreadableException.class);
    assertThat(subscribers.find(ADA)).isEmpty();
  }

  @Test
  void lockAndAccountThatCannotBeReadLeadToNobody() {
    for (var spoilt : SpoiltItems.of(lock(), KEYS)) {
      table.clear();
      table.put(spoilt);
      assertThat(subscribers.find(ADA)).isEmpty();
    }
    var account = texts(Map.of("pk", "ACCT#a1", "sk", "ACCT", "sid", "s1"));
    for (var spoilt : SpoiltItems.of(account, KEYS)) {
      table.clear();
      table.put(spoilt);
      assertThat(subscribers.ofAccount("a1")).isEmpty();
    }
  }

  @Test
  void confirmationThatCannotBeReadIsNoneAndItsAddressIsNotTold() throws IOException {
    var whole =
        texts(
            Map.of(
                "pk", "CONFIRM#h1",
                "sk", "CONFIRM",
                "email", ADA.text(),
                "topics", "briefings",
                "language", "fr",
                "textVersion", "2026-01",
                "askedAt", "2026-02-12T14:00:00Z",
                "expiresAt", "2026-02-19T15:00:00Z"));
    table.put(whole);
    assertThat(confirmations.find("h1", NOW)).isPresent();
    assertThat(confirmations.find("h1", Instant.parse("2026-02-19T15:00:00Z"))).isEmpty();
    var told =
        StandardOutput.of(
            () -> {
              for (var spoilt : SpoiltItems.of(whole, KEYS)) {
                table.clear();
                table.put(spoilt);
                confirmations.find("h1", NOW).ifPresent(it -> assertAda(it.email()));
              }
            });
    assertThat(told).contains("CONFIRM#h1 / CONFIRM").doesNotContain(ADA.text());
  }

  private void assertAda(EmailAddress address) {
    assertThat(address).isEqualTo(ADA);
  }

  private static Map<String, AttributeValue> lock() {
    return texts(Map.of("pk", "ADDR#" + KEYED.address(ADA), "sk", "ADDR", "sid", "s1"));
  }
}
