package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.media.SampleConfig;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Twins of one request on a table that answers them as DynamoDB does. */
final class DynamoTicketsTest {
  private static final DownloadTicket TICKET =
      new DownloadTicket(
          "ref",
          "ann",
          "2026-01",
          "hash",
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(60),
          Optional.empty(),
          /* editor= */ false,
          /* uses= */ 0,
          List.of());

  private final Deque<String> cancelledBy = new ArrayDeque<>();
  private final DynamoTickets tickets =
      new DynamoTickets(
          new DynamoDbClient() {
            @Override
            public TransactWriteItemsResponse transactWriteItems(
                TransactWriteItemsRequest request) {
              if (cancelledBy.isEmpty()) {
                return TransactWriteItemsResponse.builder().build();
              }
              var none = CancellationReason.builder().code("None").build();
              var reason = CancellationReason.builder().code(cancelledBy.pop()).build();
              throw TransactionCanceledException.builder()
                  .cancellationReasons(none, reason)
                  .build();
            }

            @Override
            public String serviceName() {
              return "dynamodb";
            }

            @Override
            public void close() {}
          },
          SampleConfig.CONFIG);

  @Test
  void twinThatIsBeingWrittenIsWaitedFor() {
    cancelledBy.addAll(List.of("TransactionConflict", "ConditionalCheckFailed"));
    assertThat(tickets.put("hash", TICKET)).isFalse();
  }

  @Test
  void twinThatFailsLeavesTheTicketToTheOther() {
    cancelledBy.add("TransactionConflict");
    assertThat(tickets.put("hash", TICKET)).isTrue();
  }

  @Test
  void whatDoesNotPassIsThrown() {
    cancelledBy.addAll(Collections.nCopies(12, "TransactionConflict"));
    assertThatThrownBy(() -> tickets.put("hash", TICKET))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(cancelledBy).isEmpty();
    cancelledBy.addAll(List.of("ValidationError"));
    assertThatThrownBy(() -> tickets.put("hash", TICKET))
        .isInstanceOf(TransactionCanceledException.class);
  }
}
