package clipdesk.accounts.events;

import clipdesk.accounts.WireClients;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SnsAccountEventsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var sns = WireClients.sns();
    var events = new SnsAccountEvents(() -> sns, WireClients.CONFIG.accountEventsTopicArn());

    wire.call("deleted", () -> events.deleted("sub-1", Optional.of("ada@press.example")));
    wire.call(
        "addressChanged",
        () -> events.addressChanged("sub-1", "new@press.example", "ada@press.example"));
    wire.call("sessionEnded", () -> events.sessionEnded("sub-1", "family-1"));
    wire.call("sessionsEnded", () -> events.sessionsEnded("sub-1", NOW));

    wire.matches(SnsAccountEvents.class);
  }
}
