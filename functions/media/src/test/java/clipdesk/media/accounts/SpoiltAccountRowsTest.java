package clipdesk.media.accounts;

import static clipdesk.common.stored.SpoiltItems.texts;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import clipdesk.media.table.DynamoAccountPartition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows of an account that nobody would write are erased all the same. */
final class SpoiltAccountRowsTest {
  private final FixedTable table = new FixedTable();
  private final DynamoAccountRows rows = new DynamoAccountRows(table, "media");

  @Test
  void rowThatNamesOthersInNoWayThatCanBeReadGoesWithTheRest() {
    var elsewhere = texts(Map.of("pk", "VIDEO#x", "sk", "TAKEN#1"));
    var whole =
        DynamoAccountPartition.naming(
            DynamoAccountPartition.key("ann", "TOOK#1"), List.of(elsewhere));
    for (var spoilt : SpoiltItems.of(whole, Set.of("pk", "sk"))) {
      table.clear();
      table.put(spoilt);
      table.put(DynamoAccountPartition.key("ann", "DL#2"));

      assertThat(rows.some("ann"))
          .containsExactly(
              new AccountRows.Row(new AccountRows.Key("ACCT#ann", "TOOK#1"), List.of()),
              new AccountRows.Row(new AccountRows.Key("ACCT#ann", "DL#2"), List.of()));
    }
  }
}
