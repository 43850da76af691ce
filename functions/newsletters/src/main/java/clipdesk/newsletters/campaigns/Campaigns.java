package clipdesk.newsletters.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Campaigns, what they say, and how far they are. */
public interface Campaigns {
  /**
   * @param by the account of who does it, here and below
   * @return false if there is one with this id
   */
  boolean create(Campaign draft, Content content, String bodyHash, String by);

  /**
   * Writes a draft anew.
   *
   * @param to the same with another revision
   * @param parts that are others than before, as JSON pointers
   * @return false if it is not as it was read
   */
  boolean edit(
      Campaign from, Campaign to, Content content, List<String> parts, String by, Instant now);

  /**
   * Throws a draft away.
   *
   * @return false if it is not as it was read
   */
  boolean delete(Campaign draft, String by, Instant now);

  /** Empty also for one whose row cannot be read. */
  Optional<Campaign> find(String id);

  /**
   * For whoever was told to work on it, and must not take it for gone.
   *
   * @throws clipdesk.common.json.UnreadableException if there is one that cannot be read
   */
  Optional<Campaign> expect(String id);

  /** What its editor wrote; empty if it cannot be read. */
  Optional<Content> content(String id);

  /** What was frozen at its start; empty before. */
  Optional<Letters> letters(String id);

  /** The hash of the request that made a campaign; empty if it cannot be read. */
  Optional<String> bodyHash(String id);

  /**
   * Newest first; one that cannot be read is left out.
   *
   * @param after the key where the page before ended
   * @param limit at most 100
   */
  Page page(Optional<String> after, int limit);

  /**
   * @param lastKey where the next page begins, if there is one
   */
  record Page(List<Campaign> campaigns, Optional<String> lastKey) {}

  /** Draft → scheduled, and among the {@link #open} ones from then on; false as of a move. */
  boolean schedule(Campaign from, Instant sendAt, String by, Instant now);

  /** Scheduled → draft, as if it had never been; false as of a move. */
  boolean unschedule(Campaign from, String by, Instant now);

  /**
   * Whatever was not started yet → sending, all or nothing: what is mailed is frozen, each bucket
   * is there to be planned, the campaign is among the {@link #open} ones, and in the archive unless
   * it is kept out. Repeated after a lost answer it is the same start.
   *
   * @param by {@link Change#SYSTEM} for whoever scheduled it
   * @param now whoever is subscribed then is its audience
   * @return false if it is not as it was read
   */
  boolean start(Campaign from, Letters letters, String by, Instant now);

  /**
   * Moves a campaign on if its state and version are still these.
   *
   * @param reason of a pause; empty of any other state
   */
  boolean move(Campaign from, String to, String reason, String by, Instant now);

  /** As {@link #move(Campaign, String, String, String, Instant)}, by nobody. */
  default boolean move(Campaign from, String to, String reason, Instant now) {
    return move(from, to, reason, Change.SYSTEM, now);
  }

  /**
   * Moves a campaign to {@code cancelled} as a move does, and keeps it out of the archive: it was
   * not sent.
   */
  boolean cancel(Campaign from, String by, Instant now);

  void tested(String id, long revision);

  /** All that are scheduled, or were started and may have rows that are open. */
  List<Open> open();

  /**
   * @param cursor where the last look at its rows ended, if that was not at their end
   */
  record Open(Campaign campaign, Optional<String> cursor) {}

  /** Where a look at the open rows has ended. */
  void looked(String id, Optional<String> cursor);

  /** No row is open, nor will be. */
  void closed(String id);
}
