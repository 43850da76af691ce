package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.leaving.EraseAccount;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.verification.UnprovenUsers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody will come back for, and has finished what was begun. */
final class SweepAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(SweepAccounts.class);
  private static final Duration UNCONFIRMED_LIFE = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final UnconfirmedUsers users;
  private final UnfinishedDeletions deletions;
  private final UnfinishedResets resets;
  private final SweepGoneUsers goneUsers;
  private final People people;
  private final UnprovenUsers unproven;
  private final EraseAccount eraseAccount;
  private final EndAllSessions endAllSessions;
  private final Tally tally;
  private final AuditLog audit;
  private final InstantSource clock;

  SweepAccounts(
      UnconfirmedUsers users,
      UnfinishedDeletions deletions,
      UnfinishedResets resets,
      SweepGoneUsers goneUsers,
      People people,
      UnprovenUsers unproven,
      EraseAccount eraseAccount,
      EndAllSessions endAllSessions,
      Tally tally,
      AuditLog audit,
      InstantSource clock) {
    this.users = users;
    this.deletions = deletions;
    this.resets = resets;
    this.goneUsers = goneUsers;
    this.people = people;
    this.unproven = unproven;
    this.eraseAccount = eraseAccount;
    this.endAllSessions = endAllSessions;
    this.tally = tally;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException if somebody could not be swept; all others were
   */
  void sweep() {
    var now = clock.instant();
    int failed =
        each(users.createdBefore(now.minus(UNCONFIRMED_LIFE)), it -> unproven.removeIfIdle(it, now))
            + each(deletions.begunBefore(now.minus(PATIENCE)), this::finishDeletion)
            + each(resets.triedBefore(now.minus(PATIENCE)), this::endSessions)
            + goneUsers.sweep();
    if (failed > 0) {
      throw new IllegalStateException(failed + " users could not be swept");
    }
  }

  /** One user who cannot be swept keeps nobody else from it. Returns how many there were. */
  static int each(Iterable<String> subs, Consumer<String> work) {
    int done = 0;
    int failed = 0;
    for (var sub : subs) {
      try {
        work.accept(sub);
        done++;
      } catch (RuntimeException e) {
        LOG.error("User {} could not be swept: {}", sub, e.getClass().getName());
        failed++;
      }
    }
    LOG.info("Sweep: {} looked at or done, {} failed", done, failed);
    return failed;
  }

  private void finishDeletion(String sub) {
    eraseAccount.erase(sub, people.find(sub));
    audit.namesAccount(sub);
    audit.happened(AuditEvent.ACCOUNT_DELETION);
  }

  /** Whether the reset went through or not is unknown here: a session too many is the worse. */
  private void endSessions(String reset) {
    resets
        .email(reset)
        .flatMap(people::find)
        .ifPresent(
            person -> {
              endAllSessions.of(person.sub());
              tally.count(Occurrence.SIGN_OUT_BY_SWEEP);
            });
    resets.settled(reset);
  }

  /** Users of the pool who have not proven their address. */
  interface UnconfirmedUsers {
    /** Their {@code sub}s; some may have proven it by now. */
    Iterable<String> createdBefore(Instant limit);
  }

  /** Tries at a reset that stopped before the sessions were ended. */
  interface UnfinishedResets {
    /** Keys of their verifications. */
    Iterable<String> triedBefore(Instant limit);

    /** Its address; none if it was purged meanwhile. */
    Optional<String> email(String reset);

    void settled(String reset);
  }

  /** Accounts that are marked for deletion. */
  interface UnfinishedDeletions {
    Iterable<String> begunBefore(Instant limit);
  }
}
