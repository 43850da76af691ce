package clipdesk.accounts.profile;

import clipdesk.accounts.WireClients;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoProfilesWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var profiles = new DynamoProfiles(WireClients.dynamo(), WireClients.CONFIG);
    var name = Optional.of("Ada");
    var edited =
        new Profile(
            "sub-1", /* active= */ true, name, Optional.empty(), "2026-01", NOW, NOW, 1, NOW);

    wire.call("create", () -> profiles.create("sub-1", name, Optional.empty(), "2026-01", NOW));
    wire.call("find", () -> profiles.find("sub-1"));
    wire.call("edit", () -> profiles.edit(edited, 1));
    wire.call("cutOff", () -> profiles.cutOff("sub-1", NOW));
    wire.call("markDeleting", () -> profiles.markDeleting("sub-1", NOW));
    wire.call("remove", () -> profiles.remove("sub-1"));

    wire.matches(DynamoProfiles.class);
  }
}
