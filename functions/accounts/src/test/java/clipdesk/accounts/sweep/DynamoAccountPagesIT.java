package clipdesk.accounts.sweep;

import static clipdesk.accounts.table.DynamoKeys.of;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoAccountPagesIT extends AccountPagesContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  private final AccountPages pages = new DynamoAccountPages(TABLE.dynamo(), TABLE.name(), ROWS);

  @AfterEach
  void emptyTheTable() {
    TABLE
        .dynamo()
        .scanPaginator(scan -> scan.tableName(TABLE.name()))
        .items()
        .forEach(item -> delete(item.get("pk").s()));
  }

  @Test
  void otherRowsAreNoAccounts() {
    put("sub", Instant.EPOCH);
    for (var pk : new String[] {"V#1", "ADDR#1", "RATE#1"}) {
      putRow(pk, Instant.EPOCH);
    }

    assertThat(pass()).containsExactly("sub");
  }

  @Override
  AccountPages pages() {
    return pages;
  }

  @Override
  void put(String sub, Instant createdAt) {
    putRow("USER#" + sub, createdAt);
  }

  @Override
  void remove(String sub) {
    delete("USER#" + sub);
  }

  private void putRow(String pk, Instant createdAt) {
    Map<String, AttributeValue> item = new HashMap<>(of(pk));
    item.put("createdAt", time(createdAt));
    item.put("name", text("Ada"));
    TABLE.dynamo().putItem(put -> put.tableName(TABLE.name()).item(item));
  }

  private void delete(String pk) {
    TABLE.dynamo().deleteItem(delete -> delete.tableName(TABLE.name()).key(of(pk)));
  }
}
