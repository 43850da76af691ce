package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Newsletters that were sent, for everybody to read. */
public interface Archive {
  /**
   * Newest first; one that cannot be read is left out. A page may have fewer than asked for, and
   * another one after it.
   *
   * @param topic of all; empty for those of every topic
   * @param after the key where the page before ended
   * @param limit at most 100
   */
  Page page(Optional<String> topic, Optional<String> after, int limit);

  /**
   * @param lastKey where the next page begins, if there is one
   */
  record Page(List<Archived> items, Optional<String> lastKey) {}

  /** One that was sent, whether it is listed or kept out. */
  Optional<Sent> find(String id, Language language);

  /** A newsletter as it was sent, in one language. */
  record Sent(Campaign campaign, Letter letter) {}

  /**
   * Lists a campaign, or keeps it out and takes it back; one that is not started yet will be, or
   * will not be.
   *
   * @param by the account of who does it
   * @return false if it is not as it was read
   */
  boolean list(Campaign from, boolean listed, String by, Instant now);
}
