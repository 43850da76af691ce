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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of campaigns that nobody would write take no others with them. */
final class SpoiltCampaignsTest {
  private static final Set<String> KEYS = Set.of("pk", "sk");
  private static final String CONTENT =
      """
      {"en":{"subject":"S","bodyMarkdown":"B"},"fr":{"subject":"S","bodyMarkdown":"B"},
       "uk":{"subject":"S","bodyMarkdown":"B"}}
      """;

  private final FixedTable table = new FixedTable();
  private final DynamoCampaigns campaigns = new DynamoCampaigns(table, "newsletters");

  @Test
  void listOfCampaignsHasAllOthersWhateverOneRowHolds() throws IOException {
    for (var spoilt : SpoiltItems.of(campaign("spoilt"), KEYS)) {
      table.clear();
      put(campaign("first"));
      put(spoilt);
      put(campaign("last"));

      assertThat(all()).contains("first", "last");
      assertThat(campaigns.open()).extracting(it -> it.campaign().id()).contains("first", "last");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "topic", "state", "version", "revision", "movedAt"})
  void campaignWithoutOneOfItsMembersIsLeftOutAndTold(String member) throws IOException {
    var without = new HashMap<>(campaign("spoilt"));
    without.remove(member);
    put(without);
    put(campaign("last"));

    var told = StandardOutput.of(() -> assertThat(all()).containsExactly("last"));

    assertThat(told)
        .contains("CAMP#spoilt / META of campaigns is left out", "\"Unreadable\":1", member);
    assertThat(campaigns.find("spoilt")).isEmpty();
  }

  @Test
  void textsThatCanBeReadCanBeMailedWhateverTheRowHolds() {
    var whole = texts(Map.of("pk", "CAMP#c1", "sk", "CONTENT", "content", CONTENT));
    for (var spoilt : SpoiltItems.of(whole, KEYS)) {
      table.clear();
      table.put(spoilt);
      campaigns.content("c1").ifPresent(SpoiltCampaignsTest::assertCanBeSent);
    }
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
  void textsThatCannotBeMailedAreNone(String content) {
    table.put(texts(Map.of("pk", "CAMP#c1", "sk", "CONTENT", "content", content)));

    assertThat(campaigns.content("c1")).isEmpty();
  }

  @Test
  void lettersThatLackALanguageAreAnErrorAndNotMailed() {
    table.put(
        texts(
            Map.of(
                "pk", "CAMP#c1",
                "sk", "LETTER#en",
                "subject", "S",
                "topic", "T",
                "preheader", "P",
                "body", "B",
                "text", "T",
                "html", "H")));

    assertThatThrownBy(() -> campaigns.letters("c1")).isInstanceOf(UnreadableException.class);
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

  private List<String> all() {
    return campaigns.page(Optional.empty(), 100).campaigns().stream().map(Campaign::id).toList();
  }

  /** With what leads to it. */
  private void put(Map<String, AttributeValue> campaign) {
    var id = campaign.get("pk").s().substring("CAMP#".length());
    table.put(campaign);
    table.put(texts(Map.of("pk", "CAMPAIGNS", "sk", "2026-02-12T15:00:00.000Z#" + id)));
    table.put(texts(Map.of("pk", "OPEN", "sk", id)));
  }

  private static void assertCanBeSent(Content content) {
    for (var language : Language.values()) {
      assertThat(content.in(language)).isNotNull();
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
                "movedAt", "2026-02-12T15:00:00Z",
                "bodyHash", "hash"));
    var one = AttributeValue.fromN("1");
    return with(with(with(item, "version", one), "revision", one), "testedRevision", one);
  }
}
