package clipdesk.media.clips;

import static clipdesk.common.stored.SpoiltItems.texts;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import clipdesk.media.SampleConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of who asked for a clip that nobody would write. */
final class SpoiltAskingsTest {
  private final FixedTable table = new FixedTable();
  private final DynamoRequesters requesters = new DynamoRequesters(table, SampleConfig.CONFIG);

  @Test
  void listHasAllOthersWhateverOneRowHolds() {
    for (var spoilt : SpoiltItems.of(asking("b"), Set.of("pk", "sk", "gsi3pk"))) {
      table.clear();
      table.put(asking("a"));
      table.put(spoilt);
      table.put(asking("c"));

      assertThat(requesters.of("ann", 10, Map.of()).askings())
          .extracting(it -> it.id().text())
          .contains("a".repeat(40), "c".repeat(40));
      assertThat(requesters.find("ann", new ClipId("c".repeat(40)))).isPresent();
    }
  }

  @Test
  void rowOfNoClipIsLeftOutAndTold() throws IOException {
    table.put(SpoiltItems.with(asking("a"), "sk", AttributeValue.fromS("CLIP#rubbish")));
    table.put(asking("c"));

    var told =
        StandardOutput.of(
            () -> assertThat(requesters.of("ann", 10, Map.of()).askings()).hasSize(1));

    assertThat(told).contains("ACCT#ann / CLIP#rubbish of askings is left out");
  }

  private static Map<String, AttributeValue> asking(String letter) {
    return texts(
        Map.of(
            "pk", "ACCT#ann",
            "sk", "CLIP#" + letter.repeat(40),
            "gsi3pk", "ACCT#ann",
            "gsi3sk", "2026-02-12T15:00:00.000Z",
            "label", "Arctic"));
  }
}
