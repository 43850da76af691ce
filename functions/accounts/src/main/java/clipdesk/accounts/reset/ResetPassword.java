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

/** Sets a new password with a mailed code, and ends every session there was. */
@Singleton
final class ResetPassword {
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
      throw CountTry.mismatch(verification);
    }
    people
        .find(verification.email())
        .ifPresent(
            person -> {
              // Tokens tell the second of a sign-in, no finer: this one is cut off too.
              profiles.cutOff(person.sub(), clock.instant().plusSeconds(1));
              signIns.signOutEverywhere(person.sub());
              notices.send(Notice.PASSWORD_CHANGED, person.email(), person.language());
            });
    verifications.done(id);
    return verification;
  }
}
