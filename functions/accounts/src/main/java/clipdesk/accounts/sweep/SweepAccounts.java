package clipdesk.accounts.sweep;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.verification.CurrentSignUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what nobody will come back for, and finishes what was begun. */
final class SweepAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(SweepAccounts.class);
  private static final Duration UNCONFIRMED_LIFE = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final UnconfirmedUsers users;
  private final UnfinishedDeletions deletions;
  private final UnfinishedResets resets;
  private final SweepGoneUsers goneUsers;
  private final AccountEvents events;
  private final CurrentSignUps signUps;
  private final Tally tally;
  private final AuditLog audit;
  private final InstantSource clock;

  SweepAccounts(
      UnconfirmedUsers users,
      UnfinishedDeletions deletions,
      UnfinishedResets resets,
      SweepGoneUsers goneUsers,
      AccountEvents events,
      CurrentSignUps signUps,
      Tally tally,
      AuditLog audit,
      InstantSource clock) {
    this.users = users;
    this.deletions = deletions;
    this.resets = resets;
    this.goneUsers = goneUsers;
    this.events = events;
    this.signUps = signUps;
    this.tally = tally;
    this.audit = audit;
    this.clock = clock;
  }

  void sweep() {
    var now = clock.instant();
    int failed =
        each(users.createdBefore(now.minus(UNCONFIRMED_LIFE)), this::deleteUnconfirmed)
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

  private void deleteUnconfirmed(String sub) {
    // The list may be stale, and a code may be being checked at this moment: read on both sides of
    // ending the sign-up. Whoever is busy is left to the next hour.
    users
        .unconfirmed(sub)
        .filter(email -> signUps.supersede(email, clock.instant()))
        .flatMap(_ -> users.unconfirmed(sub))
        .ifPresent(_ -> users.delete(sub));
  }

  private void finishDeletion(String sub) {
    // Once more, if need be; the address is known while the user is there.
    events.deleted(sub, users.email(sub));
    users.delete(sub);
    deletions.remove(sub);
    audit.namesAccount(sub);
    audit.happened(AuditEvent.ACCOUNT_DELETION);
  }

  /** Whether the reset went through or not is unknown here: a session too many is the worse. */
  private void endSessions(String reset) {
    resets
        .email(reset)
        .flatMap(users::sub)
        .ifPresent(
            sub -> {
              var now = clock.instant();
              resets.cutOff(sub, now);
              users.signOut(sub);
              events.sessionsEnded(sub, now);
              tally.count(Occurrence.SIGN_OUT_BY_SWEEP);
              audit.namesAccount(sub);
              audit.happened(AuditEvent.SESSIONS_ENDED);
            });
    resets.settled(reset);
  }

  /** Users of the pool. */
  interface UnconfirmedUsers {
    Iterable<String> createdBefore(Instant limit);

    /** The address of a user who is still unconfirmed. */
    Optional<String> unconfirmed(String sub);

    Optional<String> email(String sub);

    boolean exists(String sub);

    /** Who has an address. */
    Optional<String> sub(String email);

    /** Ends every session of a user. */
    void signOut(String sub);

    /** Ends the sessions and deletes the user; one who is gone is no error. */
    void delete(String sub);
  }

  /** Tries at a reset that stopped before the sessions were ended. */
  interface UnfinishedResets {
    /** Keys of their verifications. */
    Iterable<String> triedBefore(Instant limit);

    /** Its address; none if it was purged meanwhile. */
    Optional<String> email(String reset);

    /** Ends every token of a sign-in before this instant. */
    void cutOff(String sub, Instant now);

    void settled(String reset);
  }

  /** Accounts that are marked for deletion. */
  interface UnfinishedDeletions {
    Iterable<String> begunBefore(Instant limit);

    /** Its sessions and the account itself. */
    void remove(String sub);
  }
}
