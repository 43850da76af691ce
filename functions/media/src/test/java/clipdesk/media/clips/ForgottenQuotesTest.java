package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.SampleConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** The words that somebody asked for go with their account. */
final class ForgottenQuotesTest {
  @Test
  void quoteIsInTheAccountsOwnPartitionAlone() {
    var table = new WrittenRows();
    var quote = new ClipQuote("en", 1, 4, 9, "It may well.", "padded", "pause");
    var words = new OwnWords(Optional.of("Arctic"), Optional.of(quote));

    new DynamoRequesters(table, SampleConfig.CONFIG)
        .asked("ann", new ClipId("a".repeat(40)), words, Instant.parse("2026-02-12T15:00:00Z"));

    assertThat(table.rows)
        .singleElement()
        .satisfies(it -> assertThat(it.get("pk").s()).isEqualTo("ACCT#ann"))
        .satisfies(it -> assertThat(it.get("quote").s()).contains("It may well."));
  }

  private static final class WrittenRows implements DynamoDbClient {
    final List<Map<String, AttributeValue>> rows = new ArrayList<>();

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      rows.add(request.item());
      return PutItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
