package clipdesk.common.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What a request costs, and what a busy table leaves undone. */
final class DynamoEndedSessionsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final BusyTable dynamo = new BusyTable();
  private final DynamoEndedSessions sessions =
      new DynamoEndedSessions(() -> dynamo, "table", () -> NOW);

  @Test
  void bothMarksAreReadInOneConsistentRoundTrip() {
    assertThat(sessions.ended(caller(Optional.of("family")))).isFalse();

    assertThat(dynamo.asked)
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.consistentRead()).isTrue();
              assertThat(asked.keys())
                  .extracting(key -> key.get("pk").s())
                  .containsExactly("ENDED#ACCT#ada", "ENDED#SESSION#family");
            });
  }

  @Test
  void whatABusyTableLeftOutIsAskedForAgain() {
    dynamo.leavesOut = 2;
    dynamo.put("ENDED#SESSION#family", NOW.plusSeconds(1));

    assertThat(sessions.ended(caller(Optional.of("family")))).isTrue();
    assertThat(dynamo.asked).hasSize(3);
    assertThat(dynamo.asked.getLast().consistentRead()).isTrue();
  }

  @Test
  void tableThatDoesNotAnswerLetsNobodyIn() {
    dynamo.leavesOut = Integer.MAX_VALUE;

    assertThatThrownBy(() -> sessions.ended(caller(Optional.empty())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type().code()).isEqualTo("unavailable"));
    assertThat(dynamo.asked).hasSize(5);
  }

  private static Caller caller(Optional<String> family) {
    return new Caller("ada", Set.of(), NOW, Optional.empty(), family);
  }

  /** Answers nothing for a while, as a table does that is asked too much. */
  private static final class BusyTable implements DynamoDbClient {
    private final List<KeysAndAttributes> asked = new ArrayList<>();
    private final List<Map<String, AttributeValue>> items = new ArrayList<>();
    private int leavesOut;

    void put(String pk, Instant ttl) {
      items.add(
          Map.of(
              "pk", AttributeValue.fromS(pk),
              "ttl", AttributeValue.fromN(Long.toString(ttl.getEpochSecond()))));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      asked.add(request.requestItems().get("table"));
      return asked.size() <= leavesOut
          ? BatchGetItemResponse.builder().unprocessedKeys(request.requestItems()).build()
          : BatchGetItemResponse.builder().responses(Map.of("table", items)).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
