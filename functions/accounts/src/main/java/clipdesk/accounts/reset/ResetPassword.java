package clipdesk.accounts.reset;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Recoveries;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.verification.CheckCode;
import clipdesk.accounts.verification.Proof;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.identity.Secret;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a new password with a mailed code, and ends every session there was. */
@Singleton
final class ResetPassword {
  private static final Logger LOG = LoggerFactory.getLogger(ResetPassword.class);

  private final CheckCode checkCode;
  private final Verifications verifications;
  private final Recoveries recoveries;
  private final People people;
  private final EndAllSessions endAllSessions;
  private final Notices notices;

  ResetPassword(
      CheckCode checkCode,
      Verifications verifications,
      Recoveries recoveries,
      People people,
      EndAllSessions endAllSessions,
      Notices notices) {
    this.checkCode = checkCode;
    this.verifications = verifications;
    this.recoveries = recoveries;
    this.people = people;
    this.endAllSessions = endAllSessions;
    this.notices = notices;
  }

  /**
   * @return the verification, now used up
   * @throws ProblemException {@code code-mismatch}, {@code code-expired}, {@code too-many-attempts}
   */
  Verification reset(VerificationId id, String code, String newPassword) {
    return checkCode.check(id, code, new NewPassword(newPassword));
  }

  private final class NewPassword implements Proof {
    private final Secret password;

    NewPassword(String password) {
      this.password = new Secret(password);
    }

    @Override
    public Verification.Purpose purpose() {
      return Verification.Purpose.RESET;
    }

    @Override
    public boolean take(VerificationId id, Verification verification, String code) {
      if (!right(verification, code, password.text(), id)) {
        verifications.settled(id);
        return false;
      }
      verifications.done(id, Optional.empty());
      endSessions(verification, id);
      return true;
    }

    /** One that is done counts no try, so nobody says its code again. */
    @Override
    public boolean stands(Verification proven) {
      return false;
    }
  }

  private boolean right(Verification it, String code, String newPassword, VerificationId id) {
    try {
      return recoveries.reset(it.email(), code, newPassword);
    } catch (ProblemException e) {
      if (e.type() == ProblemType.PASSWORD_POLICY) {
        // Refused for certain. After an outage nobody knows, and the note stays for the sweep.
        verifications.settled(id);
      }
      throw e;
    }
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
                try {
                  endAllSessions.of(person.sub());
                } finally {
                  notices.send(Notice.PASSWORD_CHANGED, person.email(), person.language());
                }
              });
      verifications.settled(id);
    } catch (RuntimeException e) {
      LOG.error("Sessions could not be ended after a reset: {}", e.getClass().getName());
    }
  }
}
