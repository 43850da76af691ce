package clipdesk.accounts.sessions;

import clipdesk.accounts.WireClients;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SessionsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SessionId ID = new SessionId("se_0123456789abcdefghijkl");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void sessionsAreAskedAsCommitted() throws IOException {
    var sessions = new DynamoSessions(WireClients.dynamo(), WireClients.CONFIG.table());
    var device = new Device("192.0.2.0/24", Optional.of("Firefox"));

    wire.call(
        "open",
        () -> sessions.open(new Session(ID, "sub-1", Optional.of("family-1"), NOW, NOW, device)));
    wire.call("find", () -> sessions.find(ID));
    wire.call("used", () -> sessions.used(ID, Optional.of("family-1"), NOW));
    wire.call("close", () -> sessions.close(ID));
    wire.call(
        "of",
        () ->
            sessions.of(
                "sub-1", NOW, 20, Map.of("pk", "SESSION#a", "account", "sub-1", "startedAt", "1")));
    wire.answer("{\"Items\": [{\"pk\": {\"S\": \"SESSION#a\"}}]}");
    wire.call("forget", () -> sessions.forget("sub-1"));

    wire.matches(DynamoSessions.class);
  }
}
