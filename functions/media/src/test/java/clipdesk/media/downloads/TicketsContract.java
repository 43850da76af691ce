package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.links.FileLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of tickets does. */
abstract class TicketsContract {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  final String account = "account-" + UUID.randomUUID();

  abstract Tickets tickets();

  @Test
  void aTicketComesBackAsItWasPut() {
    var ticket = ticket(NOW);
    assertThat(tickets().put(hash(ticket), ticket)).isTrue();
    assertThat(tickets().find(hash(ticket))).contains(ticket);
    assertThat(tickets().find("another")).isEmpty();
  }

  @Test
  void ofTwentyTwinsOneIsKept() {
    var ticket = ticket(NOW);
    long kept =
        IntStream.range(0, 20).parallel().filter(_ -> tickets().put(hash(ticket), ticket)).count();
    assertThat(kept).isEqualTo(1);
  }

  @Test
  void everyUseIsCounted() {
    var ticket = put(NOW);
    IntStream.range(0, 5).forEach(_ -> assertThat(tickets().used(hash(ticket))).isTrue());
    assertThat(tickets().find(hash(ticket)).orElseThrow().uses()).isEqualTo(5);
    assertThat(tickets().used("gone")).isFalse();
    assertThat(tickets().find("gone")).isEmpty();
  }

  @Test
  void aTicketIsRevokedByItsMakerAloneAndOnce() {
    var ticket = put(NOW);
    assertThat(tickets().revoke("somebody", ticket.ref(), NOW)).isFalse();
    assertThat(tickets().revoke(account, "0000", NOW)).isFalse();
    assertThat(tickets().revoke(account, ticket.ref(), NOW.plusSeconds(1))).isTrue();
    assertThat(tickets().revoke(account, ticket.ref(), NOW.plusSeconds(2))).isTrue();
    assertThat(tickets().find(hash(ticket)).orElseThrow().revokedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void theHistoryIsPagedNewestFirst() {
    // One with and one without a fraction of a second: as texts they sort by their digits.
    var oldest = put(NOW);
    var middle = put(NOW.plusMillis(31));
    var newest = put(NOW.plusSeconds(1));
    var first = tickets().of(account, 2, Map.of());
    assertThat(first.tickets()).containsExactly(newest, middle);
    assertThat(tickets().of(account, 2, first.lastKey()).tickets()).containsExactly(oldest);
    assertThat(tickets().of("somebody", 2, Map.of()).tickets()).isEmpty();
  }

  final DownloadTicket put(Instant createdAt) {
    var ticket = ticket(createdAt);
    tickets().put(hash(ticket), ticket);
    return ticket;
  }

  private DownloadTicket ticket(Instant createdAt) {
    var file =
        new TicketFile(
            "a.mp4",
            "а.mp4",
            FileLinks.Place.CLIPS,
            "clips/c/clip.mp4",
            Optional.of("version"),
            "\"etag\"",
            5_540_000_000L,
            "video-1",
            Optional.of("c"),
            /* rendition= */ Optional.empty(),
            /* sha256= */ Optional.empty());
    return new DownloadTicket(
        UUID.randomUUID().toString(),
        account,
        "2026-01",
        "body",
        createdAt,
        createdAt.plus(Duration.ofDays(7)),
        Optional.empty(),
        /* editor= */ true,
        /* uses= */ 0,
        List.of(file));
  }

  static String hash(DownloadTicket ticket) {
    return "hash-of-" + ticket.ref();
  }
}
