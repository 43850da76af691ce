package clipdesk.media.downloads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The right to fetch named files until an instant.
 *
 * @param ref names the ticket without giving it away
 * @param editor whether its maker was an editor, whom an embargo does not stop
 */
record DownloadTicket(
    String ref,
    String accountId,
    String termsVersion,
    String bodyHash,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    boolean editor,
    long uses,
    List<TicketFile> files) {
  DownloadTicket {
    files = List.copyOf(files);
  }

  long totalBytes() {
    return files.stream().mapToLong(TicketFile::sizeBytes).sum();
  }

  Optional<TicketFile> file(String name) {
    return files.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** {@code active}, {@code expired} from the instant it expires, or {@code revoked}. */
  String stateAt(Instant now) {
    if (revokedAt.isPresent()) {
      return "revoked";
    }
    return now.isBefore(expiresAt) ? "active" : "expired";
  }
}
