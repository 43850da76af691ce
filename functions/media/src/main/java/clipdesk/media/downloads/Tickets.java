package clipdesk.media.downloads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where tickets are kept. */
interface Tickets {
  Optional<DownloadTicket> find(String hash);

  /**
   * Keeps a new ticket, the line in its maker's history and who holds material of which video.
   *
   * @return false if there is one already
   */
  boolean put(String hash, DownloadTicket ticket);

  /**
   * @return false if it is gone by now
   */
  boolean used(String hash);

  /** Newest first. */
  Page of(String accountId, int limit, Map<String, String> after);

  /**
   * @return false if the account has no such ticket
   */
  boolean revoke(String accountId, String ref, Instant now);

  /** Tickets and where the page ended. */
  record Page(List<DownloadTicket> tickets, Map<String, String> lastKey) {}
}
