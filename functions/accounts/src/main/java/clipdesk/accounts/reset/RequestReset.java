package clipdesk.accounts.reset;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.Recoveries;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.accounts.throttling.CodeMailGate;
import clipdesk.accounts.verification.Begun;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Begins a reset. Older resets of the address stay live: a stranger cannot kill yours. */
@Singleton
final class RequestReset {
  private final Verifications verifications;
  private final CodeMailGate gate;
  private final AnswerFloor floor;
  private final Recoveries recoveries;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  RequestReset(
      Verifications verifications,
      CodeMailGate gate,
      AnswerFloor floor,
      Recoveries recoveries,
      AuditLog audit,
      InstantSource clock) {
    this.verifications = verifications;
    this.gate = gate;
    this.floor = floor;
    this.recoveries = recoveries;
    this.audit = audit;
    this.clock = clock;
  }

  Begun request(EmailAddress email, Language language, String returnTo) {
    var now = clock.instant();
    audit.namesAddress(email.text());
    gate.pass(email.text(), now);
    return floor.underEveryAnswer(() -> begin(email, language, returnTo, now));
  }

  private Begun begin(EmailAddress email, Language language, String returnTo, Instant now) {
    var id = VerificationId.random(random);
    verifications.begin(id, Verification.ofReset(email, language, returnTo, now));
    recoveries.request(email.text(), language);
    verifications.issued(id, email.text(), /* decoy= */ false, now);
    return new Begun(id, now);
  }
}
