package clipdesk.newsletters.imports;

import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoImportsWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void importsAreAskedAsCommitted() throws IOException {
    var imports = new DynamoImports(WireClients.dynamo(), WireClients.CONFIG.table());
    var begun = ImportsContract.BEGUN;
    var checked = begun.checking("v-1").checked(ImportsContract.page());

    wire.call("create", () -> imports.create(begun));
    wire.call("find", () -> imports.find(begun.id()));
    wire.call("change", () -> imports.change(begun, checked));

    wire.matches(DynamoImports.class);
  }
}
