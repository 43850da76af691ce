package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Finishes the deletion of accounts whose user is gone and that nothing marks: deleted at the pool
 * itself, or made anew by a sign-in that ran beside the deletion. One page of the table a run.
 */
final class SweepGoneUsers {
  /** A row is made right after its user, and a user is not seen everywhere at once. */
  private static final Duration YOUNG = Duration.ofHours(1);

  /** So many gone users of one page are believed in any case. */
  private static final int FEW = 10;

  private final AccountPages pages;
  private final SweepAccounts.UnconfirmedUsers users;
  private final SweepAccounts.UnfinishedDeletions deletions;
  private final AuditLog audit;
  private final InstantSource clock;

  SweepGoneUsers(
      AccountPages pages,
      SweepAccounts.UnconfirmedUsers users,
      SweepAccounts.UnfinishedDeletions deletions,
      AuditLog audit,
      InstantSource clock) {
    this.pages = pages;
    this.users = users;
    this.deletions = deletions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An account that fails keeps the page from nobody; it comes again when the table was gone
   * through.
   *
   * @return how many failed
   * @throws IllegalStateException if most users of the page seem to be gone: that is another pool,
   *     or an empty one, and nothing is deleted
   */
  int sweep() {
    var page = pages.next(clock.instant().minus(YOUNG));
    var gone = new ArrayList<String>();
    int failed =
        SweepAccounts.each(
            page.subs(),
            sub -> {
              if (!users.exists(sub)) {
                gone.add(sub);
              }
            });
    if (gone.size() > FEW && 2 * gone.size() > page.subs().size()) {
      throw new IllegalStateException(
          "%d of %d accounts have no user: is this their pool?"
              .formatted(gone.size(), page.subs().size()));
    }
    failed += SweepAccounts.each(gone, this::finish);
    pages.turn(page);
    return failed;
  }

  private void finish(String sub) {
    deletions.announce(sub, Optional.empty());
    deletions.remove(sub);
    audit.namesAccount(sub);
    audit.happened(AuditEvent.ACCOUNT_DELETION);
  }
}
