package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MailboxesWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void mailboxesAreAskedAsCommitted() throws IOException {
    var mailboxes =
        new DynamoMailboxes(WireClients.dynamo(), WireClients.CONFIG.table(), TestKeys.keyed());

    wire.answer("{\"Attributes\": {\"softBounces\": {\"SS\": [\"c-1\"]}}}");
    wire.call("slow", () -> mailboxes.slow("s-1", "c-1"));
    wire.answer("{\"Item\": {\"softBounces\": {\"SS\": [\"c-1\"]}}}");
    wire.call("works", () -> mailboxes.works("s-1"));
    wire.call("refused", () -> mailboxes.refused(new EmailAddress("ada@press.example")));

    wire.matches(DynamoMailboxes.class);
  }

  @Test
  void audiencesAreAskedForAsCommitted() throws IOException {
    var audiences = new DynamoAudiences(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("of", () -> audiences.of("press"));
    wire.call("among", () -> audiences.among("press", List.of("s-1", "s-2")));

    wire.matches(DynamoAudiences.class);
  }
}
