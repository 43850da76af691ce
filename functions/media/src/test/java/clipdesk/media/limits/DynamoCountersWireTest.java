package clipdesk.media.limits;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.limits.Counters.Counted;
import clipdesk.media.limits.Counters.Holder;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCountersWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var counters = new DynamoCounters(WireClients.dynamo(), WireClients.CONFIG);
    var account = new Counted(Holder.ACCOUNT, "account-1", "clips#2026-03-01");
    var ticket = new Counted(Holder.TICKET, "ticket-hash", "follows#29");

    wire.call("add: room", () -> counters.add(account, 3, 200, NOW));
    wire.call("add: no room for it at all", () -> counters.add(ticket, 300, 200, NOW));

    wire.matches(DynamoCounters.class);
  }
}
