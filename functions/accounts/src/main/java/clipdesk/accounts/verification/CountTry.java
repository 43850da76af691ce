package clipdesk.accounts.verification;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Counts a try at a code, and says why one does not count. */
@Singleton
public final class CountTry {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final Verifications verifications;
  private final InstantSource clock;

  CountTry(Verifications verifications, InstantSource clock) {
    this.verifications = verifications;
    this.clock = clock;
  }

  /**
   * @return the verification after counting; empty if it is a sign-up that is done already, which
   *     may be answered again because it gives nothing away
   * @throws ProblemException {@code validation}, {@code code-expired}, {@code too-many-attempts}
   */
  public Optional<Verification> count(
      VerificationId id, Verification.Purpose purpose, String code) {
    if (!CODE.matcher(code).matches()) {
      throw ProblemException.invalid("/code", "malformed", "The code has six digits");
    }
    var now = clock.instant();
    return switch (verifications.count(id, purpose, now)) {
      case Verifications.Try.Counted(var verification) -> Optional.of(verification);
      case Verifications.Try.Refused(var old) -> {
        var verification = old.filter(it -> it.purpose() == purpose).orElseThrow(CountTry::expired);
        yield switch (verification.phase()) {
          case DONE -> {
            if (purpose == Verification.Purpose.RESET) {
              throw expired();
            }
            yield Optional.empty();
          }
          case ISSUING ->
              throw new ProblemException(ProblemType.UNAVAILABLE, "")
                  .retryAfter(Duration.ofSeconds(2));
          case SUPERSEDED -> throw expired();
          case PENDING -> {
            if (!now.isBefore(verification.expiresAt())) {
              throw expired();
            }
            throw new ProblemException(
                    ProblemType.TOO_MANY_ATTEMPTS, "Ask for a new code; this one is used up")
                .retryAfter(wait(verification, now));
          }
        };
      }
    };
  }

  /** The refusal of a wrong code. */
  public static ProblemException mismatch(Verification verification) {
    return new ProblemException(ProblemType.CODE_MISMATCH, "The code is not right")
        .with("attemptsLeft", verification.attemptsLeft());
  }

  public static ProblemException expired() {
    return new ProblemException(ProblemType.CODE_EXPIRED, "Ask for a new code");
  }

  private static Duration wait(Verification verification, java.time.Instant now) {
    return Duration.between(now, verification.resendAt());
  }
}
