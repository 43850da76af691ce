package clipdesk.media.downloads;

import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.media.MediaConfig;
import clipdesk.media.limits.AccountLimits;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes a ticket; the same request again gives the same ticket for as long as it is good, whatever
 * became of its files.
 */
@Singleton
final class IssueTicket {
  private final Tickets tickets;
  private final TicketItems items;
  private final AccountLimits limits;
  private final TicketKey key;
  private final MediaConfig config;
  private final InstantSource clock;

  IssueTicket(
      Tickets tickets,
      TicketItems items,
      AccountLimits limits,
      TicketKey key,
      MediaConfig config,
      InstantSource clock) {
    this.tickets = tickets;
    this.items = items;
    this.limits = limits;
    this.key = key;
    this.config = config;
    this.clock = clock;
  }

  /** A ticket with its secret. */
  record Issued(TicketId id, DownloadTicket ticket, boolean replayed) {}

  /**
   * @param idempotencyKey one per intended act
   * @param language of the files' names
   * @throws ProblemException {@code idempotency-key-reused} for the same key with another body;
   *     {@code ticket-gone} for the key of a ticket that has expired or was revoked; {@code
   *     terms-outdated}, {@code quota-exceeded}, {@code too-many-requests}; those of {@link
   *     TicketItems#files}
   */
  Issued issue(Caller caller, IdempotencyKey idempotencyKey, String body, Language language) {
    limits.countTicket(caller.accountId());
    var id = TicketId.of(key.get(), caller.accountId(), idempotencyKey.text());
    var bodyHash = Sha256.hex(body);
    var earlier = replay(id, bodyHash);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var ticket = ticket(id, caller, body, bodyHash, language);
    limits.countBytes(caller.accountId(), ticket.totalBytes());
    if (tickets.put(id.hash(), ticket)) {
      return new Issued(id, ticket, /* replayed= */ false);
    }
    // A twin of this request was faster and has counted the same bytes.
    limits.giveBackBytes(caller.accountId(), ticket.totalBytes());
    return replay(id, bodyHash).orElseThrow(TicketId::noSuchTicket);
  }

  private DownloadTicket ticket(
      TicketId id, Caller caller, String body, String bodyHash, Language language) {
    var members = RequestBody.parse(body);
    var terms = members.text("termsVersion", 1, 40);
    var asked = TicketItems.read(members);
    members.finish();
    if (!terms.equals(config.termsVersion())) {
      throw new ProblemException(ProblemType.TERMS_OUTDATED, "Read the current terms first")
          .with("currentTermsVersion", config.termsVersion());
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new DownloadTicket(
        id.ref(),
        caller.accountId(),
        terms,
        bodyHash,
        now,
        now.plus(config.ticketLife()),
        /* revokedAt= */ Optional.empty(),
        caller.editor(),
        /* uses= */ 0,
        items.files(asked, caller, language));
  }

  private Optional<Issued> replay(TicketId id, String bodyHash) {
    var earlier = tickets.find(id.hash());
    if (earlier.filter(it -> !it.bodyHash().equals(bodyHash)).isPresent()) {
      throw IdempotencyKey.reused();
    }
    return earlier.map(
        it -> new Issued(id, it.requireActive(clock.instant()), /* replayed= */ true));
  }
}
