package clipdesk.accounts.sessions;

import static clipdesk.common.stored.SpoiltItems.texts;
import static clipdesk.common.stored.SpoiltItems.with;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of sessions that nobody would write: such a session is over, and all others go on. */
final class SpoiltSessionsTest {
  private static final Set<String> KEYS = Set.of("pk", "account");

  private final FixedTable table = new FixedTable();
  private final DynamoSessions sessions = new DynamoSessions(table, "accounts");

  @Test
  void listHasAllOthersWhateverOneRowHolds() {
    for (var spoilt : SpoiltItems.of(session("b"), KEYS)) {
      table.clear();
      table.put(session("a"));
      table.put(spoilt);
      table.put(session("c"));

      assertThat(listed()).contains(id("a").text(), id("c").text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "-1", "253402300800", "99999999999999999999"})
  void sessionOfNoSecondThereIsIsOverAndTold(String startedAt) throws IOException {
    table.put(with(session("a"), "startedAt", AttributeValue.fromN(startedAt)));
    table.put(session("b"));

    var told = StandardOutput.of(() -> assertThat(listed()).containsExactly(id("b").text()));

    assertThat(told).contains("SESSION#" + id("a").text() + " of sessions", "startedAt");
    assertThat(sessions.find(id("a"))).isEmpty();
    assertThat(sessions.find(id("b"))).isPresent();
  }

  private List<String> listed() {
    return sessions.of("ann", Instant.EPOCH, 10, Map.of()).sessions().stream()
        .map(it -> it.id().text())
        .toList();
  }

  private static SessionId id(String letter) {
    return new SessionId("se_" + letter.repeat(22));
  }

  private static Map<String, AttributeValue> session(String letter) {
    var item =
        texts(
            Map.of(
                "pk", "SESSION#" + id(letter).text(),
                "account", "ann",
                "tokenFamily", "family",
                "network", "203.0.113.7",
                "userAgent", "Firefox"));
    var second = AttributeValue.fromN("1770908400");
    return with(with(item, "startedAt", second), "usedAt", second);
  }
}
