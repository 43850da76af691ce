package clipdesk.media.downloads;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
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

  /**
   * This ticket.
   *
   * @throws ProblemException {@code ticket-gone} from the instant it expires, or once it is revoked
   */
  DownloadTicket requireActive(Instant now) {
    var state = stateAt(now);
    if (!state.equals("active")) {
      throw new ProblemException(
              ProblemType.TICKET_GONE, "Make a new ticket, with a new Idempotency-Key")
          .with("reason", state);
    }
    return this;
  }
}
