package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.PassedOver;
import java.time.Instant;
import java.util.Optional;

/**
 * One issue of a newsletter, without its texts.
 *
 * @param version goes up with every change and is the entity tag
 * @param revision goes up with every change of the content
 * @param testedRevision the newest revision that was mailed to an editor
 * @param sendAt when it is to start by itself; stays once it did
 * @param startedAt whoever was subscribed then is its audience; empty before the start
 * @param movedAt when it came into its state; of what is not due yet, when it was made
 * @param pausedReason of the pause that lasts
 * @param keptOutSince when it was taken out of the archive, if it is
 * @param startedBy the account of who started or scheduled it; empty before
 * @param passedOver whom alone it is for, of those who get its topic; everybody if it is empty
 */
public record Campaign(
    String id,
    String name,
    String topic,
    String state,
    long version,
    long revision,
    long testedRevision,
    Optional<Instant> sendAt,
    Optional<Instant> startedAt,
    Instant movedAt,
    Optional<String> pausedReason,
    Optional<Instant> keptOutSince,
    Optional<String> startedBy,
    Optional<PassedOver> passedOver) {
  /** A new one, which nobody has tried. */
  static Campaign draft(String id, String name, String topic, Instant now) {
    return new Campaign(
        id,
        name,
        topic,
        "draft",
        /* version= */ 1,
        /* revision= */ 1,
        /* testedRevision= */ 0,
        /* sendAt= */ Optional.empty(),
        /* startedAt= */ Optional.empty(),
        now,
        /* pausedReason= */ Optional.empty(),
        /* keptOutSince= */ Optional.empty(),
        /* startedBy= */ Optional.empty(),
        /* passedOver= */ Optional.empty());
  }

  /** The same draft with other texts, which nobody has tried. */
  Campaign edited(String otherName, String otherTopic) {
    return new Campaign(
        id,
        otherName,
        otherTopic,
        state,
        version + 1,
        revision + 1,
        testedRevision,
        sendAt,
        startedAt,
        movedAt,
        pausedReason,
        keptOutSince,
        startedBy,
        passedOver);
  }

  /**
   * The same for others. Once it is no longer for everybody it is kept out of the archive, where
   * what it says stands already.
   */
  Campaign onlyFor(Optional<PassedOver> whom, Instant now) {
    boolean narrowed = passedOver.isEmpty() && whom.isPresent();
    return new Campaign(
        id,
        name,
        topic,
        state,
        version,
        revision,
        testedRevision,
        sendAt,
        startedAt,
        movedAt,
        pausedReason,
        keptOutSince.or(() -> Optional.of(now).filter(_ -> narrowed)),
        startedBy,
        whom);
  }

  public boolean is(String name) {
    return state.equals(name);
  }

  /** Whether it was started, whatever came then: there are rows, and texts that are frozen. */
  boolean begun() {
    return startedAt.isPresent();
  }

  /** Whether everybody may read it, once it is sent. */
  boolean listed() {
    return keptOutSince.isEmpty();
  }

  /** Whether the revision that stands was mailed to an editor in all languages. */
  boolean tested() {
    return testedRevision == revision;
  }
}
