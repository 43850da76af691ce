package clipdesk.media.downloads;

import static clipdesk.common.stored.SpoiltItems.texts;
import static clipdesk.common.stored.SpoiltItems.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.common.logging.StandardOutput;
import clipdesk.common.stored.FixedTable;
import clipdesk.common.stored.SpoiltItems;
import clipdesk.media.SampleConfig;
import clipdesk.media.links.FileLinks;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of tickets that nobody would write: such a ticket is unknown, and all others are good. */
final class SpoiltTicketsTest {
  private static final Set<String> KEYS = Set.of("pk", "sk");

  private final FixedTable table = new FixedTable();
  private final DynamoTickets tickets = new DynamoTickets(table, SampleConfig.CONFIG);

  @Test
  void historyHasAllOthersWhateverOneTicketHolds() {
    for (var spoilt : SpoiltItems.of(ticket("spoilt"), KEYS)) {
      table.clear();
      List.of("first", "spoilt", "last").forEach(it -> table.put(line(it)));
      table.put(ticket("first"));
      table.put(spoilt);
      table.put(ticket("last"));

      assertThat(history()).contains("ref-first", "ref-last");
      tickets.find("spoilt").ifPresent(DownloadTicket::totalBytes);
    }
  }

  @Test
  void historyHasAllOthersWhateverOneOfItsLinesHolds() {
    for (var spoilt : SpoiltItems.of(line("spoilt"), KEYS)) {
      table.clear();
      table.put(line("first"));
      table.put(spoilt);
      table.put(line("last"));
      List.of("first", "last").forEach(it -> table.put(ticket(it)));

      assertThat(history()).contains("ref-first", "ref-last");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ref",
        "accountId",
        "termsVersion",
        "bodyHash",
        "createdAt",
        "expiresAt",
        "editor",
        "uses",
        "files"
      })
  void ticketWithoutOneOfItsMembersIsUnknownAndTold(String member) throws IOException {
    var without = new HashMap<>(ticket("spoilt"));
    without.remove(member);
    table.put(without);

    var told = StandardOutput.of(() -> assertThat(tickets.find("spoilt")).isEmpty());

    assertThat(told).contains("TICKET#spoilt / TICKET of tickets is left out", member);
  }

  /** What revokes is never taken for absent. */
  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "+1000000000-01-01T00:00:00Z"})
  void ticketThatWasRevokedAtNoInstantIsUnknown(String revokedAt) {
    table.put(with(ticket("spoilt"), "revokedAt", AttributeValue.fromS(revokedAt)));
    assertThat(tickets.find("spoilt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "7",
        "[7]",
        "[{}]",
        "[",
        "null",
        "[{\"name\":\"a\",\"localisedName\":\"a\",\"place\":\"MOON\",\"key\":\"k\",\"versionId\":\"v\","
            + "\"etag\":\"e\",\"sizeBytes\":1,\"videoId\":\"x\",\"clipId\":\"\",\"sha256\":\"\"}]"
      })
  void ticketWhoseFilesCannotBeReadIsUnknown(String files) {
    table.put(with(ticket("spoilt"), "files", AttributeValue.fromS(files)));
    assertThat(tickets.find("spoilt")).isEmpty();
  }

  /** As written by the version before there were renditions in tickets. */
  @Test
  void ticketOfAnOlderVersionIsGoodAndNamesNoRendition() {
    table.put(
        with(
            ticket("older"),
            "files",
            AttributeValue.fromS(
                "[{\"name\":\"a\",\"localisedName\":\"a\",\"place\":\"MASTERS\",\"key\":\"k\",\"versionId\":\"v\","
                    + "\"etag\":\"e\",\"sizeBytes\":1,\"videoId\":\"x\",\"clipId\":\"\"}]")));

    assertThat(tickets.find("older").orElseThrow().files())
        .extracting(TicketFile::rendition, TicketFile::clipId)
        .containsExactly(tuple(Optional.empty(), Optional.empty()));
  }

  private List<String> history() {
    return tickets.of("ann", 10, Map.of()).tickets().stream().map(DownloadTicket::ref).toList();
  }

  private static Map<String, AttributeValue> line(String hash) {
    return texts(Map.of("pk", "ACCT#ann", "sk", "DL#" + hash, "ref", "ref-" + hash, "hash", hash));
  }

  private static Map<String, AttributeValue> ticket(String hash) {
    return DynamoTicketItem.of(
        hash,
        new DownloadTicket(
            "ref-" + hash,
            "bob",
            "2026-01",
            "body",
            Instant.parse("2026-02-12T15:00:00Z"),
            Instant.parse("2026-02-19T15:00:00Z"),
            Optional.of(Instant.parse("2026-02-13T15:00:00Z")),
            /* editor= */ false,
            /* uses= */ 0,
            List.of(
                new TicketFile(
                    "a.mp4",
                    "a.mp4",
                    FileLinks.Place.CLIPS,
                    "k",
                    Optional.of("v"),
                    "e",
                    7,
                    "x",
                    Optional.of("c"),
                    /* rendition= */ Optional.empty(),
                    /* sha256= */ Optional.empty()))));
  }
}
