package clipdesk.accounts.verification;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.Recoveries;
import clipdesk.accounts.directory.Registrations;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.accounts.throttling.CodeMailGate;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sends another code for a verification; the older one dies. */
@Singleton
public final class ResendCode {
  private final Verifications verifications;
  private final CodeMailGate gate;
  private final AnswerFloor floor;
  private final Registrations registrations;
  private final Recoveries recoveries;
  private final Notices notices;
  private final OwnCodes codes;
  private final AuditLog audit;
  private final InstantSource clock;

  ResendCode(
      Verifications verifications,
      CodeMailGate gate,
      AnswerFloor floor,
      Registrations registrations,
      Recoveries recoveries,
      Notices notices,
      OwnCodes codes,
      AuditLog audit,
      InstantSource clock) {
    this.verifications = verifications;
    this.gate = gate;
    this.floor = floor;
    this.registrations = registrations;
    this.recoveries = recoveries;
    this.notices = notices;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return the verification with its new code
   * @throws ProblemException {@code code-expired} if the verification is done, replaced or too old;
   *     {@code too-many-requests} if this address had a mail just now
   */
  Verification resend(VerificationId id) {
    var now = clock.instant();
    var found = verifications.find(id);
    found.map(Verification::email).ifPresent(audit::namesAddress);
    var verification = found.filter(it -> it.resendable(now)).orElseThrow(CheckCode::expired);
    gate.pass(verification.email(), now);
    return floor.underEveryAnswer(() -> again(id, verification, now));
  }

  private Verification again(VerificationId id, Verification verification, Instant now) {
    Optional<String> codeMac = Optional.empty();
    switch (verification.purpose()) {
      case SIGN_UP -> {
        if (verification.decoy()) {
          notices.send(Notice.ACCOUNT_EXISTS, verification.email(), verification.language());
        } else {
          registrations.resend(verification.user(), verification.language());
        }
      }
      case RESET -> recoveries.request(verification.email(), verification.language());
      case CHANGE_ADDRESS -> {
        var code = codes.issue(id);
        codes.mail(code, verification);
        codeMac = Optional.of(code.mac());
      }
    }
    return verifications.resent(id, verification, now, codeMac).orElseThrow(CheckCode::expired);
  }
}
