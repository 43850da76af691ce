package clipdesk.accounts.reset;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Recoveries;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.verification.CountTry;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a new password with a mailed code, and ends every session there was. */
@Singleton
final class ResetPassword {
  private static final Logger LOG = LoggerFactory.getLogger(ResetPassword.class);

  private final CountTry tries;
  private final Verifications verifications;
  private final Recoveries recoveries;
  private final People people;
  private final SignIns signIns;
  private final Profiles profiles;
  private final Notices notices;
  private final InstantSource clock;

  ResetPassword(
      CountTry tries,
      Verifications verifications,
      Recoveries recoveries,
      People people,
      SignIns signIns,
      Profiles profiles,
      Notices notices,
      InstantSource clock) {
    this.tries = tries;
    this.verifications = verifications;
    this.recoveries = recoveries;
    this.people = people;
    this.signIns = signIns;
    this.profiles = profiles;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @return the verification, now used up
   * @throws ProblemException {@code code-mismatch}, {@code code-expired}, {@code too-many-attempts}
   */
  Verification reset(VerificationId id, String code, String newPassword) {
    var verification =
        tries.count(id, Verification.Purpose.RESET, code).orElseThrow(CountTry::expired);
    if (!recoveries.reset(verification.email(), code, newPassword)) {
      verifications.settled(id);
      throw CountTry.mismatch(verification);
    }
    verifications.done(id);
    endSessions(verification, id);
    return verification;
  }

  /**
   * The password is changed and the code used up, so nothing in here may turn the answer into a
   * failure: what cannot be done now is left to the sweep.
   */
  private void endSessions(Verification verification, VerificationId id) {
    try {
      people
          .find(verification.email())
          .ifPresent(
              person -> {
                // Tokens tell the second of a sign-in, no finer: this one is cut off too.
                profiles.cutOff(person.sub(), clock.instant().plusSeconds(1));
                signIns.signOutEverywhere(person.sub());
                notices.send(Notice.PASSWORD_CHANGED, person.email(), person.language());
              });
      verifications.settled(id);
    } catch (RuntimeException e) {
      LOG.error("Sessions could not be ended after a reset: {}", e.getClass().getName());
    }
  }
}
