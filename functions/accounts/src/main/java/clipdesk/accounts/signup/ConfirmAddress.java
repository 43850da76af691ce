package clipdesk.accounts.signup;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.Registrations;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.accounts.verification.CountTry;
import clipdesk.accounts.verification.OwnCodes;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the code of a sign-up. It gives no session: the person signs in with the password. */
@Singleton
final class ConfirmAddress {
  private final CountTry tries;
  private final AnswerFloor floor;
  private final Verifications verifications;
  private final Registrations registrations;
  private final OwnCodes codes;
  private final Profiles profiles;
  private final AuditLog audit;
  private final InstantSource clock;

  ConfirmAddress(
      CountTry tries,
      AnswerFloor floor,
      Verifications verifications,
      Registrations registrations,
      OwnCodes codes,
      Profiles profiles,
      AuditLog audit,
      InstantSource clock) {
    this.tries = tries;
    this.floor = floor;
    this.verifications = verifications;
    this.registrations = registrations;
    this.codes = codes;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return the verification, proven now or before
   * @throws ProblemException {@code code-mismatch}, {@code code-expired}, {@code too-many-attempts}
   */
  Verification confirm(VerificationId id, String code) {
    var counted = tries.count(id, Verification.Purpose.SIGN_UP, code);
    if (counted.isEmpty()) {
      return verifications.find(id).filter(this::active).orElseThrow(CountTry::expired);
    }
    return floor.underRefusals(() -> confirm(id, code, counted.get()));
  }

  private Verification confirm(VerificationId id, String code, Verification verification) {
    if (!registrations.confirm(verification.username(), code)) {
      throw tries.mismatch(verification);
    }
    profiles.create(
        verification.username(),
        verification.name(),
        verification.outlet(),
        verification.termsVersion(),
        clock.instant());
    verifications.done(id, Optional.of(codes.mac(id, code)));
    audit.namesAccount(verification.username());
    return verification;
  }

  /** Of a deleted account nothing is said any more. */
  private boolean active(Verification it) {
    return profiles.find(it.username()).filter(Profile::active).isPresent();
  }
}
