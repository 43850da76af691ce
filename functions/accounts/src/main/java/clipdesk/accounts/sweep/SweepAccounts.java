package clipdesk.accounts.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what nobody will come back for, and finishes what was begun. */
final class SweepAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(SweepAccounts.class);
  private static final Duration UNCONFIRMED_LIFE = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final UnconfirmedUsers users;
  private final UnfinishedDeletions deletions;
  private final InstantSource clock;

  SweepAccounts(UnconfirmedUsers users, UnfinishedDeletions deletions, InstantSource clock) {
    this.users = users;
    this.deletions = deletions;
    this.clock = clock;
  }

  void sweep() {
    var now = clock.instant();
    int deleted = 0;
    for (var sub : users.createdBefore(now.minus(UNCONFIRMED_LIFE))) {
      // The list may be stale: a user confirmed a moment ago stays.
      if (users.stillUnconfirmed(sub)) {
        users.delete(sub);
        deleted++;
      }
    }
    int finished = 0;
    for (var sub : deletions.begunBefore(now.minus(PATIENCE))) {
      users.email(sub).ifPresent(email -> deletions.announce(sub, email));
      users.delete(sub);
      deletions.remove(sub);
      finished++;
    }
    LOG.info("{} unconfirmed users deleted, {} deletions finished", deleted, finished);
  }

  /** Users of the pool. */
  interface UnconfirmedUsers {
    Iterable<String> createdBefore(Instant limit);

    boolean stillUnconfirmed(String sub);

    java.util.Optional<String> email(String sub);

    /** Ends the sessions and deletes the user; one who is gone is no error. */
    void delete(String sub);
  }

  /** Accounts that are marked for deletion. */
  interface UnfinishedDeletions {
    Iterable<String> begunBefore(Instant limit);

    /** Tells the other contexts, once more if need be. */
    void announce(String sub, String email);

    void remove(String sub);
  }
}
