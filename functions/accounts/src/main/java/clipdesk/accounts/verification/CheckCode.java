package clipdesk.accounts.verification;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Counts a try at a code, has it compared, and says why one does not count. */
@Singleton
public final class CheckCode {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final Verifications verifications;
  private final OwnCodes codes;
  private final List<Proof> proofs;
  private final AnswerFloor floor;
  private final Tally tally;
  private final AuditLog audit;
  private final InstantSource clock;

  CheckCode(
      Verifications verifications,
      OwnCodes codes,
      List<Proof> proofs,
      AnswerFloor floor,
      Tally tally,
      AuditLog audit,
      InstantSource clock) {
    this.verifications = verifications;
    this.codes = codes;
    this.proofs = List.copyOf(proofs);
    this.floor = floor;
    this.tally = tally;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A verification that is proven, now or before.
   *
   * @param more what the answer says of it
   */
  record Proven(Verification verification, Map<String, Object> more) {}

  /**
   * Checks the code of whatever the verification is for, but for a reset, which takes a password.
   *
   * @throws ProblemException as below
   */
  Proven check(VerificationId id, String code) {
    requireSixDigits(code);
    var purpose = verifications.find(id).map(Verification::purpose);
    var proof =
        proofs.stream()
            .filter(it -> purpose.filter(it.purpose()::equals).isPresent())
            .findFirst()
            .orElseThrow(CheckCode::expired);
    var proven = check(id, code, proof);
    return new Proven(proven, proof.more(proven));
  }

  /**
   * Checks the code of a verification that is for this. As long as the code would have lived, the
   * one that has proven it may be said again, but for a reset.
   *
   * @return the verification, proven now or before
   * @throws ProblemException {@code validation}, {@code code-mismatch}, {@code code-expired} or
   *     {@code too-many-attempts}
   */
  public Verification check(VerificationId id, String code, Proof proof) {
    requireSixDigits(code);
    var now = clock.instant();
    return switch (verifications.count(id, proof.purpose(), now)) {
      case Verifications.Try.Counted(var it) when it.phase() == Verification.Phase.DONE ->
          again(id, it, code, proof);
      case Verifications.Try.Counted(var it) -> prove(id, it, code, proof);
      case Verifications.Try.Refused(var old) ->
          throw refusal(old.filter(it -> it.purpose() == proof.purpose()), now);
    };
  }

  private static void requireSixDigits(String code) {
    if (!CODE.matcher(code).matches()) {
      throw ProblemException.invalid("/code", "malformed", "The code has six digits");
    }
  }

  private Verification prove(VerificationId id, Verification it, String code, Proof proof) {
    name(it);
    return floor.underRefusals(
        () -> {
          if (!proof.take(id, it, code)) {
            throw mismatch(it);
          }
          return it;
        });
  }

  /** Counted first and compared then, as any other try: guesses at what is done are few too. */
  private Verification again(VerificationId id, Verification done, String code, Proof proof) {
    name(done);
    if (done.codeMac().filter(mac -> codes.matches(id, code, mac)).isEmpty()) {
      throw mismatch(done);
    }
    verifications.takeBack(id);
    if (!proof.stands(done)) {
      throw expired();
    }
    return done;
  }

  private ProblemException refusal(Optional<Verification> old, Instant now) {
    var verification = old.orElseThrow(CheckCode::expired);
    name(verification);
    if (!now.isBefore(verification.expiresAt())) {
      return expired();
    }
    return switch (verification.phase()) {
      case DONE, SUPERSEDED -> expired();
      case ISSUING ->
          new ProblemException(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(2));
      case PENDING ->
          new ProblemException(
                  ProblemType.TOO_MANY_ATTEMPTS, "Ask for a new code; this one is used up")
              .retryAfter(Duration.between(now, verification.resendAt()));
    };
  }

  private void name(Verification verification) {
    audit.namesAddress(verification.email());
    if (verification.purpose() == Verification.Purpose.CHANGE_ADDRESS) {
      audit.namesAccount(verification.user());
    }
  }

  private ProblemException mismatch(Verification verification) {
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
