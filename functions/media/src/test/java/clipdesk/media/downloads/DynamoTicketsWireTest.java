package clipdesk.media.downloads;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.links.FileLinks;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTicketsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var tickets = new DynamoTickets(WireClients.dynamo(), WireClients.CONFIG);

    wire.call("find", () -> tickets.find("ticket-hash"));
    wire.call("put", () -> tickets.put("ticket-hash", ticket()));
    wire.call("used", () -> tickets.used("ticket-hash"));
    wire.call("of", () -> tickets.of("account-1", 20, Map.of("pk", "ACCT#account-1", "sk", "DL#")));
    wire.answer("{\"Items\": [{\"hash\": {\"S\": \"ticket-hash\"}}]}");
    wire.call("revoke", () -> tickets.revoke("account-1", "ref-1", NOW));

    wire.matches(DynamoTickets.class);
  }

  private static DownloadTicket ticket() {
    var file =
        new TicketFile(
            "clip.mp4",
            "кліп.mp4",
            FileLinks.Place.CLIPS,
            "clips/c/clip.mp4",
            Optional.of("version-1"),
            "\"tag\"",
            5_540_000_000L,
            "video-1",
            Optional.of("c"),
            /* rendition= */ Optional.empty(),
            /* sha256= */ Optional.empty());
    return new DownloadTicket(
        "ref-1",
        "account-1",
        "2026-01",
        "body-hash",
        NOW,
        NOW.plusSeconds(3600),
        Optional.empty(),
        /* editor= */ false,
        /* uses= */ 0,
        List.of(file));
  }
}
