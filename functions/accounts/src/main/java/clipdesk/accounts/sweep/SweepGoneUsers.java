package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.leaving.EraseAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes the deletion of accounts whose user is gone and that nothing marks: deleted at the pool
 * itself, or made anew by a sign-in that ran beside the deletion. One page of the table a run.
 */
final class SweepGoneUsers {
  private static final Logger LOG = LoggerFactory.getLogger(SweepGoneUsers.class);

  /** A row is made right after its user, and a user is not seen everywhere at once. */
  private static final Duration YOUNG = Duration.ofHours(1);

  /** So many gone users of one page are believed of a pool that knows others of ours. */
  private static final int FEW = 10;

  private final AccountPages pages;
  private final People people;
  private final EraseAccount eraseAccount;
  private final AuditLog audit;
  private final InstantSource clock;

  SweepGoneUsers(
      AccountPages pages,
      People people,
      EraseAccount eraseAccount,
      AuditLog audit,
      InstantSource clock) {
    this.pages = pages;
    this.people = people;
    this.eraseAccount = eraseAccount;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An account that fails keeps the page from nobody; it comes again when the table was gone
   * through. So do a few gone users of a page where the pool shows none of ours: it may be another.
   *
   * @return how many failed
   * @throws IllegalStateException if many users of the page are gone, and more than are there: that
   *     is another pool, or a new one, and nothing is deleted
   */
  int sweep() {
    var page = pages.next(clock.instant().minus(YOUNG));
    var here = new ArrayList<String>();
    var gone = new ArrayList<String>();
    int failed = SweepAccounts.each(page.subs(), sub -> (exists(sub) ? here : gone).add(sub));
    if (gone.size() > Math.max(FEW, here.size())) {
      throw new IllegalStateException(
          "%d of %d accounts have no user: is this their pool?"
              .formatted(gone.size(), page.subs().size()));
    }
    if (!here.isEmpty() || page.witness().filter(this::exists).isPresent()) {
      failed += SweepAccounts.each(gone, this::finish);
    } else if (!gone.isEmpty()) {
      LOG.warn("Sweep: {} accounts have no user, nor has the one seen last", gone.size());
    }
    pages.turn(page, here.isEmpty() ? page.witness() : Optional.of(here.getLast()));
    return failed;
  }

  private boolean exists(String sub) {
    return people.find(sub).isPresent();
  }

  private void finish(String sub) {
    eraseAccount.erase(sub, /* user= */ Optional.empty());
    audit.namesAccount(sub);
    audit.happened(AuditEvent.ACCOUNT_DELETION);
  }
}
