package clipdesk.media.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.LocalStack;
import clipdesk.media.table.DynamoAccountPartition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoAccountRowsIT extends AccountRowsContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  private final BreakingDynamo dynamo = new BreakingDynamo(LOCAL.dynamo());

  @Override
  AccountRows rows() {
    return new DynamoAccountRows(dynamo, LOCAL.config().table());
  }

  @Override
  void put(AccountRows.Row row) {
    var item =
        DynamoAccountPartition.naming(
            item(row.key()), row.elsewhere().stream().map(this::item).toList());
    LOCAL
        .dynamo()
        .putItem(
            put ->
                put.tableName(LOCAL.config().table())
                    .item(row.elsewhere().isEmpty() ? item(row.key()) : item));
  }

  private Map<String, AttributeValue> item(AccountRows.Key key) {
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }

  @Test
  void erasureThatStopsBeforeAnyCallIsFinishedByTheNext() {
    int calls = 0;
    do {
      putHistory(30);
      dynamo.breakBefore(calls);
      try {
        new EraseAccount(rows()).erase(account, () -> false);
      } catch (BreakingDynamo.Broken e) {
        new EraseAccount(rows()).erase(account, () -> false);
      }
      assertThat(LOCAL.rowsWith(account)).as("rows after a stop before call %d", calls).isEmpty();
      calls++;
    } while (dynamo.broke());

    assertThat(calls).as("calls that it was stopped before").isGreaterThan(6);
  }

  private void putHistory(int lines) {
    IntStream.range(0, lines)
        .forEach(
            i -> {
              var taking = new AccountRows.Key("VIDEO#v", "TAKEN#" + i + "#" + account);
              put(new AccountRows.Row(taking, List.of()));
              put(new AccountRows.Row(mine("TOOK#" + i), List.of(taking)));
            });
  }
}
