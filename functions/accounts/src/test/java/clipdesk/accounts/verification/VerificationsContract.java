package clipdesk.accounts.verification;

import static clipdesk.accounts.verification.Verification.Phase.DONE;
import static clipdesk.accounts.verification.Verification.Phase.ISSUING;
import static clipdesk.accounts.verification.Verification.Phase.PENDING;
import static clipdesk.accounts.verification.Verification.Phase.SUPERSEDED;
import static clipdesk.accounts.verification.Verification.Purpose.CHANGE_ADDRESS;
import static clipdesk.accounts.verification.Verification.Purpose.RESET;
import static clipdesk.accounts.verification.Verification.Purpose.SIGN_UP;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of verifications does, and beside it every memory of the newest sign-ups. */
abstract class VerificationsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final VerificationId id = VerificationId.random(new SecureRandom());
  private final String email = UUID.randomUUID() + "@press.example";

  abstract Verifications verifications();

  abstract CurrentSignUps signUps();

  @Test
  void verificationComesBackAsItWasBegun() {
    var begun = begun(SIGN_UP);

    assertThat(verifications().find(id)).contains(begun);
    assertThat(verifications().find(VerificationId.random(new SecureRandom()))).isEmpty();
  }

  @Test
  void codeThatIsOnItsWayCounts() {
    begun(SIGN_UP);
    assertThat(count(NOW)).isEqualTo(ISSUING.toString());

    verifications().issued(id, "sub-1", /* decoy= */ true, NOW.plusSeconds(1));

    var issued = verifications().find(id).orElseThrow();
    assertThat(issued.phase()).isEqualTo(PENDING);
    assertThat(issued.username()).contains("sub-1");
    assertThat(issued.decoy()).isTrue();
    assertThat(issued.sentAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(count(NOW)).isEqualTo("1");
  }

  /** The item is kept for two days: nothing but the condition refuses it. */
  @Test
  void rowThatOutlivesItsCodeIsRefusedByTheCondition() {
    pending(SIGN_UP);
    var end = NOW.plus(Verification.LIFE);

    assertThat(count(end)).isEqualTo(PENDING.toString());
    assertThat(count(NOW.plus(Duration.ofDays(30)))).isEqualTo(PENDING.toString());
    assertThat(verifications().find(id)).isPresent();
    assertThat(count(end.minusSeconds(1))).isEqualTo("1");
  }

  @Test
  void fiveTriesCountAndNoSixth() {
    pending(SIGN_UP);
    for (int tries = 1; tries <= 5; tries++) {
      assertThat(count(NOW)).isEqualTo(Integer.toString(tries));
    }

    assertThat(count(NOW)).isEqualTo(PENDING.toString());
    assertThat(verifications().find(id).orElseThrow().tries()).isEqualTo(5);
  }

  @Test
  void twentyTriesAtOnceCountFive() throws Exception {
    pending(SIGN_UP);
    try (var pool = Executors.newFixedThreadPool(20)) {
      var counted =
          pool.invokeAll(Collections.nCopies(20, () -> count(NOW))).stream()
              .map(Future::resultNow)
              .filter(it -> !it.equals(PENDING.toString()))
              .toList();
      assertThat(counted).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }
  }

  @Test
  void tryForAnotherPurposeIsNotCounted() {
    pending(SIGN_UP);

    assertThat(verifications().count(id, RESET, NOW)).isInstanceOf(Verifications.Try.Refused.class);
    assertThat(verifications().find(id).orElseThrow().tries()).isZero();
  }

  @Test
  void tryAtNothingIsRefusedWithNothing() {
    assertThat(verifications().count(id, SIGN_UP, NOW))
        .isEqualTo(new Verifications.Try.Refused(Optional.empty()));
  }

  @Test
  void doneIsDone() {
    var before = pending(SIGN_UP);
    count(NOW);
    verifications().done(id, Optional.of("proof"));
    assertThat(resent(before, 60, Optional.empty())).isEmpty();

    var done = verifications().find(id).orElseThrow();
    assertThat(done.phase()).isEqualTo(DONE);
    assertThat(done.sentAt()).as("no code is sent again").isEqualTo(NOW);
    assertThat(done.codeMac()).contains("proof");
    assertThat(done.tries()).isZero();
  }

  @Test
  void triesAtWhatIsDoneCountAnewUntilOneIsTakenBack() {
    pending(CHANGE_ADDRESS);
    verifications().takeBack(id);
    verifications().done(id, Optional.empty());
    assertThat(found().codeMac()).contains("mac");
    for (int tries = 1; tries <= 5; tries++) {
      assertThat(countOf(CHANGE_ADDRESS)).isEqualTo(Integer.toString(tries));
    }

    assertThat(countOf(CHANGE_ADDRESS)).isEqualTo(DONE.toString());
    verifications().takeBack(id);
    assertThat(countOf(CHANGE_ADDRESS)).isEqualTo("5");
  }

  @Test
  void resetThatIsDoneCountsNoTry() {
    pending(RESET);
    verifications().done(id, Optional.empty());

    assertThat(countOf(RESET)).isEqualTo(DONE.toString());
  }

  @Test
  void codeSentAgainStartsAnew() {
    pending(CHANGE_ADDRESS);
    verifications().count(id, CHANGE_ADDRESS, NOW);

    var resent = resent(found(), 60, Optional.of("another")).orElseThrow();

    assertThat(found()).isEqualTo(resent);
    assertThat(resent.tries()).isZero();
    assertThat(resent.expiresAt()).isEqualTo(NOW.plusSeconds(60).plus(Verification.LIFE));
    assertThat(resent.codeMac()).contains("another");
    assertThat(resent(resent, 120, Optional.empty()).orElseThrow().codeMac()).contains("another");
  }

  @Test
  void triesWhileACodeIsBeingSentAgainCountForTheNewOneToo() {
    pending(SIGN_UP);
    assertThat(List.of(count(NOW), count(NOW))).containsExactly("1", "2");
    var before = found();
    assertThat(List.of(count(NOW), count(NOW))).containsExactly("3", "4");

    assertThat(resent(before, 60, Optional.empty()).orElseThrow().attemptsLeft()).isEqualTo(3);

    assertThat(Stream.generate(() -> count(NOW)).limit(4))
        .containsExactly("3", "4", "5", PENDING.toString());
  }

  @Test
  void twentyTriesAroundACodeSentAgainCountFive() throws Exception {
    pending(SIGN_UP);
    count(NOW);
    var before = found();
    var calls = new ArrayList<Callable<String>>(Collections.nCopies(20, () -> count(NOW)));
    calls.add(10, () -> resent(before, 60, Optional.empty()).orElseThrow().phase().toString());
    try (var pool = Executors.newFixedThreadPool(21)) {
      var answers = pool.invokeAll(calls).stream().map(Future::resultNow);
      var after = Stream.generate(() -> count(NOW)).limit(5);
      assertThat(Stream.concat(answers, after).filter(it -> !it.equals(PENDING.toString())))
          .hasSize(5);
    }
  }

  @Test
  void codeSentAgainTwiceAtOnceTakesTriesOffOnce() {
    pending(SIGN_UP);
    count(NOW);
    var before = found();

    assertThat(resent(before, 60, Optional.empty())).isPresent();
    assertThat(resent(before, 61, Optional.empty())).isEmpty();
    assertThat(found().tries()).isZero();
    assertThat(found().sentAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void settledResetIsHarmlessAtAnyTime() {
    pending(RESET);
    verifications().count(id, RESET, NOW);
    verifications().settled(id);
    verifications().settled(id);

    assertThat(verifications().find(id).orElseThrow().phase()).isEqualTo(PENDING);
  }

  @Test
  void newestSignUpIsSuperseded() {
    pending(SIGN_UP);
    assertThat(signUps().supersede(email, NOW)).as("there is none").isTrue();
    signUps().put(email, id, NOW);

    assertThat(signUps().supersede(email, NOW)).isTrue();

    assertThat(verifications().find(id).orElseThrow().phase()).isEqualTo(SUPERSEDED);
    assertThat(count(NOW)).isEqualTo(SUPERSEDED.toString());
  }

  @Test
  void signUpThatIsBeingCheckedIsNotSupersededForHalfAMinute() {
    pending(SIGN_UP);
    signUps().put(email, id, NOW);
    verifications().count(id, SIGN_UP, NOW);

    assertThat(signUps().supersede(email, NOW.plusSeconds(29))).isFalse();
    assertThat(verifications().find(id).orElseThrow().phase()).isEqualTo(PENDING);
    assertThat(signUps().supersede(email, NOW.plusSeconds(30))).isTrue();
    assertThat(verifications().find(id).orElseThrow().phase()).isEqualTo(SUPERSEDED);
  }

  @Test
  void doneSignUpIsNoLongerBusyAndStaysDone() {
    pending(SIGN_UP);
    signUps().put(email, id, NOW);
    verifications().count(id, SIGN_UP, NOW);
    verifications().done(id, Optional.of("proof"));

    assertThat(signUps().supersede(email, NOW)).isTrue();
    assertThat(verifications().find(id).orElseThrow().phase()).isEqualTo(DONE);
  }

  /** The number of the try, or the phase that refused it. */
  private String count(Instant now) {
    return phaseOrTries(verifications().count(id, SIGN_UP, now));
  }

  private String countOf(Verification.Purpose purpose) {
    return phaseOrTries(verifications().count(id, purpose, NOW));
  }

  private static String phaseOrTries(Verifications.Try counted) {
    return switch (counted) {
      case Verifications.Try.Counted(var it) -> Integer.toString(it.tries());
      case Verifications.Try.Refused(var it) -> it.orElseThrow().phase().toString();
    };
  }

  private Optional<Verification> resent(
      Verification before, long secondsLater, Optional<String> codeMac) {
    return verifications().resent(id, before, NOW.plusSeconds(secondsLater), codeMac);
  }

  private Verification found() {
    return verifications().find(id).orElseThrow();
  }

  private Verification pending(Verification.Purpose purpose) {
    begun(purpose);
    verifications().issued(id, "sub", /* decoy= */ false, NOW);
    return found();
  }

  private Verification begun(Verification.Purpose purpose) {
    var verification =
        new Verification(
            purpose,
            ISSUING,
            Optional.empty(),
            email,
            /* decoy= */ false,
            Language.UK,
            "/uk/a?t=1",
            Optional.of("Ada"),
            Optional.empty(),
            Optional.of("2026-01"),
            Optional.of("mac").filter(_ -> purpose == CHANGE_ADDRESS),
            NOW,
            NOW,
            /* tries= */ 0);
    verifications().begin(id, verification);
    return verification;
  }
}
