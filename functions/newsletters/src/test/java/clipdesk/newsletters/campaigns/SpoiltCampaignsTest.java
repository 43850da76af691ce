package clipdesk.newsletters.campaigns;

import static clipdesk.common.stored.SpoiltItems.texts;
import static clipdesk.common.stored.SpoiltItems.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of campaigns and ledgers that nobody would write take no others with them. */
final class SpoiltCampaignsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Set<String> KEYS = Set.of("pk", "sk", "dueKey", "dueAt");
  private static final String CONTENT =
      """
      {"en":{"subject":"S","bodyMarkdown":"B"},"fr":{"subject":"S","bodyMarkdown":"B"},
       "uk":{"subject":"S","bodyMarkdown":"B"}}
      """;

  private final FixedTable table = new FixedTable();
  private final DynamoCampaigns campaigns = new DynamoCampaigns(table, "newsletters");
  private final DynamoDeliveries deliveries = new DynamoDeliveries(table, "newsletters");

  @Test
  void listOfCampaignsHasAllOthersWhateverOneRowHolds() throws IOException {
    for (var spoilt : SpoiltItems.of(campaign("spoilt"), KEYS)) {
      table.clear();
      table.put(campaign("first"));
      table.put(spoilt);
      table.put(campaign("last"));

      assertThat(all()).contains("first", "last");
      campaigns.find("spoilt").ifPresent(SpoiltCampaignsTest::assertCanBeSent);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "topic", "state", "version", "revision", "content"})
  void campaignWithoutOneOfItsMembersIsLeftOutAndTold(String member) throws IOException {
    var without = new HashMap<>(campaign("spoilt"));
    without.remove(member);
    table.put(without);
    table.put(campaign("last"));

    var told = StandardOutput.of(() -> assertThat(all()).containsExactly("last"));

    assertThat(told)
        .contains("CAMP#spoilt / META of campaigns is left out", "\"Unreadable\":1", member);
    assertThat(campaigns.find("spoilt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"en\":7}",
        "{\"en\":{\"subject\":\"S\",\"bodyMarkdown\":\"B\"}}",
      })
  void campaignWhoseTextsCannotBeMailedIsLeftOut(String content) {
    table.put(with(campaign("spoilt"), "content", AttributeValue.fromS(content)));
    table.put(campaign("last"));
    assertThat(all()).containsExactly("last");
  }

  @Test
  void whoeverWasToldToWorkOnACampaignDoesNotTakeItForGone() {
    table.put(with(campaign("spoilt"), "version", AttributeValue.fromS("1")));

    assertThatThrownBy(() -> campaigns.expect("spoilt")).isInstanceOf(UnreadableException.class);
    assertThat(campaigns.expect("gone")).isEmpty();
  }

  @Test
  void hashOfARequestThatCannotBeReadIsNone() {
    table.put(with(campaign("spoilt"), "bodyHash", AttributeValue.fromN("7")));
    assertThat(campaigns.bodyHash("spoilt")).isEmpty();
  }

  @Test
  void audienceHasAllOthersWhateverOneMembershipHolds() throws IOException {
    for (var spoilt : SpoiltItems.of(membership("spoilt"), Set.of("pk", "sk"))) {
      table.clear();
      table.put(membership("s1"));
      table.put(spoilt);
      table.put(membership("s2"));

      var told =
          StandardOutput.of(
              () ->
                  assertThat(campaigns.audience("briefings", "0", NOW))
                      .containsExactly("s1", "s2"));
      assertThat(told).contains("TOPIC#briefings#0 / SUB#spoilt of memberships is left out");
    }
  }

  @Test
  void ledgerCountsAllOthersWhateverOneDeliveryHolds() {
    for (var spoilt : SpoiltItems.of(delivery("spoilt", "CLAIMED"), Set.of("pk", "sk"))) {
      table.clear();
      table.put(delivery("s1", "SENT"));
      table.put(spoilt);
      table.put(delivery("s2", "PENDING"));

      assertThat(deliveries.counts("c1")).containsEntry("SENT", 1L).containsEntry("PENDING", 1L);
      // A claim from after that instant, if it is one: nothing is parked, and nothing fails.
      assertThat(deliveries.park("c1", Instant.EPOCH)).isZero();
    }
  }

  private List<String> all() {
    return campaigns.all().stream().map(Campaign::id).toList();
  }

  private static void assertCanBeSent(Campaign campaign) {
    for (var language : Language.values()) {
      assertThat(campaign.letter(language)).isNotNull();
    }
  }

  private static Map<String, AttributeValue> campaign(String id) {
    var item =
        texts(
            Map.of(
                "pk", "CAMP#" + id,
                "sk", "META",
                "name", "Week 7",
                "topic", "briefings",
                "state", "sending",
                "content", CONTENT,
                "bodyHash", "hash",
                "dueKey", "CAMPAIGN",
                "dueAt", id));
    var one = AttributeValue.fromN("1");
    return with(with(with(item, "version", one), "revision", one), "testedRevision", one);
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
