package clipdesk.newsletters.exports;

import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoExportsWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void exportsAreAskedAsCommitted() throws IOException {
    var exports = new DynamoExports(WireClients.dynamo(), WireClients.CONFIG.table());
    var begun = ExportsContract.BEGUN;

    wire.call("create", () -> exports.create(begun));
    wire.call("find", () -> exports.find(begun.id()));
    wire.call("change", () -> exports.change(begun, begun.under("u-1")));

    wire.matches(DynamoExports.class);
  }
}
