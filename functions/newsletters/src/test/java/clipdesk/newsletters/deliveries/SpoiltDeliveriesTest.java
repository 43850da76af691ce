package clipdesk.newsletters.deliveries;

import static clipdesk.common.stored.SpoiltItems.texts;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of ledgers and audiences that nobody would write take no others with them. */
final class SpoiltDeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Set<String> KEYS = Set.of("pk", "sk");

  private final FixedTable table = new FixedTable();
  private final DynamoOpenDeliveries deliveries = new DynamoOpenDeliveries(table, "newsletters");
  private final DynamoPlanning planning = new DynamoPlanning(table, "newsletters");

  @Test
  void audienceHasAllOthersWhateverOneMembershipHolds() throws IOException {
    for (var spoilt : SpoiltItems.of(membership("spoilt"), KEYS)) {
      table.clear();
      table.put(membership("s1"));
      table.put(spoilt);
      table.put(membership("s2"));

      var told =
          StandardOutput.of(
              () ->
                  assertThat(
                          planning
                              .audience("briefings", "0", Optional.empty(), 500, NOW)
                              .subscribers())
                      .containsExactly("s1", "s2"));
      assertThat(told).contains("TOPIC#briefings#0 / SUB#spoilt of memberships is left out");
    }
  }

  @Test
  void ledgerCountsAllOthersWhateverOneDeliveryHolds() {
    for (var spoilt : SpoiltItems.of(delivery("spoilt", "CLAIMED"), KEYS)) {
      table.clear();
      table.put(delivery("s1", "SENT"));
      table.put(spoilt);
      table.put(delivery("s2", "PENDING"));

      assertThat(deliveries.counts("c1", "0"))
          .containsEntry(DeliveryState.SENT, 1L)
          .containsEntry(DeliveryState.PENDING, 1L);
    }
  }

  private static Map<String, AttributeValue> membership(String id) {
    return texts(
        Map.of("pk", "TOPIC#briefings#0", "sk", "SUB#" + id, "since", "2026-02-12T14:00:00Z"));
  }

  private static Map<String, AttributeValue> delivery(String id, String state) {
    return texts(
        Map.of(
            "pk", "LEDGER#c1#0",
            "sk", "SUB#" + id,
            "state", state,
            "claimId", "mine",
            "claimedAt", "2026-02-12T14:00:00Z"));
  }
}
