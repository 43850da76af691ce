package clipdesk.accounts.verification;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Counts a try at a code, and says why one does not count. */
@Singleton
public final class CountTry {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final Verifications verifications;
  private final OwnCodes codes;
  private final Tally tally;
  private final AuditLog audit;
  private final InstantSource clock;

  CountTry(
      Verifications verifications,
      OwnCodes codes,
      Tally tally,
      AuditLog audit,
      InstantSource clock) {
    this.verifications = verifications;
    this.codes = codes;
    this.tally = tally;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return the verification after counting; empty if this code has proven it already and it was no
   *     reset: as long as the code would have lived that may be said again
   * @throws ProblemException {@code validation}, {@code code-expired}, {@code too-many-attempts};
   *     {@code code-mismatch} if another code has proven it
   */
  public Optional<Verification> count(
      VerificationId id, Verification.Purpose purpose, String code) {
    if (!CODE.matcher(code).matches()) {
      throw ProblemException.invalid("/code", "malformed", "The code has six digits");
    }
    var now = clock.instant();
    return switch (verifications.count(id, purpose, now)) {
      case Verifications.Try.Counted(var verification) -> {
        name(verification);
        yield verification.phase() == Verification.Phase.DONE
            ? said(id, verification, code)
            : Optional.of(verification);
      }
      case Verifications.Try.Refused(var old) -> {
        var verification = old.filter(it -> it.purpose() == purpose).orElseThrow(CountTry::expired);
        name(verification);
        if (gone(verification, now)) {
          throw expired();
        }
        throw switch (verification.phase()) {
          case DONE, SUPERSEDED -> expired();
          case ISSUING ->
              new ProblemException(ProblemType.UNAVAILABLE, "").retryAfter(Duration.ofSeconds(2));
          case PENDING ->
              new ProblemException(
                      ProblemType.TOO_MANY_ATTEMPTS, "Ask for a new code; this one is used up")
                  .retryAfter(Duration.between(now, verification.resendAt()));
        };
      }
    };
  }

  /** Counted first and compared then, as any other try: guesses at what is done are few too. */
  private Optional<Verification> said(VerificationId id, Verification done, String code) {
    if (done.codeMac().filter(mac -> codes.matches(id, code, mac)).isEmpty()) {
      throw mismatch(done);
    }
    verifications.takeBack(id);
    return Optional.empty();
  }

  private void name(Verification verification) {
    audit.namesAddress(verification.email());
    if (verification.purpose() == Verification.Purpose.CHANGE_ADDRESS) {
      audit.namesAccount(verification.username());
    }
  }

  private static boolean gone(Verification verification, Instant now) {
    return !now.isBefore(verification.expiresAt());
  }

  /** The refusal of a wrong code. */
  public ProblemException mismatch(Verification verification) {
    tally.count(Occurrence.CHECK_FAILED);
    if (verification.attemptsLeft() == 0) {
      tally.count(Occurrence.TRIES_USED_UP);
    }
    return new ProblemException(ProblemType.CODE_MISMATCH, "The code is not right")
        .with("attemptsLeft", verification.attemptsLeft());
  }

  public static ProblemException expired() {
    return new ProblemException(ProblemType.CODE_EXPIRED, "Ask for a new code");
  }
}
