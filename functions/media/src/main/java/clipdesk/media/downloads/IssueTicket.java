package clipdesk.media.downloads;

import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes a ticket; the same request again gives the same ticket. */
@Singleton
final class IssueTicket {
  private final Tickets tickets;
  private final Secrets secrets;
  private final MediaConfig config;
  private final InstantSource clock;

  IssueTicket(Tickets tickets, Secrets secrets, MediaConfig config, InstantSource clock) {
    this.tickets = tickets;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /** A ticket with its secret. */
  record Issued(TicketId id, DownloadTicket ticket, boolean replayed) {}

  /**
   * @param bodyHash of the request; the same key with another body is refused
   * @throws ProblemException {@code idempotency-key-reused}
   */
  Issued issue(Caller caller, String key, String bodyHash, List<TicketFile> files) {
    var id = TicketId.of(secrets.key(config.keyArn()), caller.accountId(), key);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var ticket =
        new DownloadTicket(
            id.ref(),
            caller.accountId(),
            config.termsVersion(),
            bodyHash,
            now,
            now.plus(config.ticketLife()),
            Optional.empty(),
            caller.editor(),
            /* uses= */ 0,
            files);
    if (tickets.put(id.hash(), ticket)) {
      return new Issued(id, ticket, /* replayed= */ false);
    }
    var earlier = tickets.find(id.hash()).orElseThrow(TicketId::noSuchTicket);
    if (!earlier.bodyHash().equals(bodyHash)) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used for another request");
    }
    return new Issued(id, earlier, /* replayed= */ true);
  }
}
