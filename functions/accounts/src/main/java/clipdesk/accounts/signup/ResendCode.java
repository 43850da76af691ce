package clipdesk.accounts.signup;

import clipdesk.accounts.directory.Recoveries;
import clipdesk.accounts.directory.Registrations;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.verification.CountTry;
import clipdesk.accounts.verification.OwnCodes;
import clipdesk.accounts.verification.SendGate;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sends another code for a verification; the older one dies. */
@Singleton
final class ResendCode {
  private static final Duration RESENDABLE = Duration.ofHours(23);

  private final Verifications verifications;
  private final SendGate gate;
  private final Registrations registrations;
  private final Recoveries recoveries;
  private final Notices notices;
  private final OwnCodes codes;
  private final InstantSource clock;

  ResendCode(
      Verifications verifications,
      SendGate gate,
      Registrations registrations,
      Recoveries recoveries,
      Notices notices,
      OwnCodes codes,
      InstantSource clock) {
    this.verifications = verifications;
    this.gate = gate;
    this.registrations = registrations;
    this.recoveries = recoveries;
    this.notices = notices;
    this.codes = codes;
    this.clock = clock;
  }

  /** The purpose of the verification, and when the new code was sent. */
  record Resent(Verification.Purpose purpose, Instant sentAt) {}

  /**
   * @throws ProblemException {@code code-expired} if the verification is done, replaced or too old;
   *     {@code too-many-requests} if this address had a mail just now
   */
  Resent resend(VerificationId id) {
    var now = clock.instant();
    var verification =
        verifications
            .find(id)
            .filter(it -> it.phase() == Verification.Phase.PENDING)
            .filter(it -> now.isBefore(it.createdAt().plus(RESENDABLE)))
            .orElseThrow(CountTry::expired);
    gate.pass(verification.email(), now);
    var code = codes.issue(id);
    switch (verification.purpose()) {
      case SIGN_UP -> {
        if (verification.decoy()) {
          notices.send(Notice.ACCOUNT_EXISTS, verification.email(), verification.language());
        } else {
          registrations.resend(verification.username(), verification.language());
        }
      }
      case RESET -> recoveries.request(verification.email(), verification.language());
      case CHANGE_ADDRESS -> {
        if (verification.decoy()) {
          notices.send(Notice.ACCOUNT_EXISTS, verification.email(), verification.language());
        } else {
          notices.sendCode(code.code(), verification.email(), verification.language());
        }
      }
    }
    verifications.resent(id, now, verification.codeMac().map(_ -> code.mac()));
    return new Resent(verification.purpose(), now);
  }
}
