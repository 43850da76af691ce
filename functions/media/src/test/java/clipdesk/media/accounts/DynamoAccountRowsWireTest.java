package clipdesk.media.accounts;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoAccountRowsWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var rows = new DynamoAccountRows(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("some", () -> rows.some("account-1"));
    wire.call(
        "delete", () -> rows.delete(List.of(new AccountRows.Key("ACCT#account-1", "CLIP#c"))));

    wire.matches(DynamoAccountRows.class);
  }
}
