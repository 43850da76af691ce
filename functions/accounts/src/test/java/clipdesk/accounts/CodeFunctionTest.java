package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * How long a code lives, how often it may be tried and sent, by the numbers of the security list.
 */
final class CodeFunctionTest extends AccountsFunctionCalls {
  @Test
  void rightCodeAtAnotherVerificationIsRefused() {
    var ada = verificationId(signUp(ADA, PASSWORD));
    var bob = verificationId(signUp(BOB, PASSWORD));

    assertThat(problem(check(bob, codes.signUpCode(ADA)))).isEqualTo("422 code-mismatch");
    assertThat(check(ada, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void twentyWrongCodesAtOnceReachCognitoFiveTimes() throws Exception {
    var id = verificationId(signUp(ADA, PASSWORD));

    try (var pool = Executors.newFixedThreadPool(20)) {
      var answers =
          pool.invokeAll(Collections.nCopies(20, () -> problem(check(id, WRONG_CODE)))).stream()
              .map(future -> future.resultNow())
              .toList();
      assertThat(answers).filteredOn("422 code-mismatch"::equals).hasSize(5);
      assertThat(answers).filteredOn("429 too-many-attempts"::equals).hasSize(15);
    }
    assertThat(codes.compared()).isEqualTo(5);
  }

  @Test
  void sixthTryIsRefusedEvenIfItIsRight() {
    var id = verificationId(signUp(ADA, PASSWORD));
    for (int left = 4; left >= 0; left--) {
      var refused = check(id, WRONG_CODE);
      assertThat(problem(refused)).isEqualTo("422 code-mismatch");
      assertThat(json(refused)).containsEntry("attemptsLeft", left);
    }

    assertThat(problem(check(id, codes.signUpCode(ADA)))).isEqualTo("429 too-many-attempts");

    clock.pass(Duration.ofSeconds(60));
    verificationId(resend(id));
    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void triesWhileTheNextCodeIsOnItsWayAreTriesAtThatCode() {
    var id = verificationId(signUp(ADA, PASSWORD));
    check(id, WRONG_CODE);
    clock.pass(Duration.ofSeconds(60));
    var meanwhile = new ArrayList<String>();
    codes.meanwhile(
        () -> {
          for (int i = 0; i < 3; i++) {
            meanwhile.add(json(check(id, WRONG_CODE)).get("attemptsLeft").toString());
          }
        });

    var resent = resend(id);

    assertThat(meanwhile).containsExactly("3", "2", "1");
    assertThat(json(resent)).containsEntry("attemptsLeft", 2);
    assertThat(json(check(id, WRONG_CODE))).containsEntry("attemptsLeft", 1);
    assertThat(json(check(id, WRONG_CODE))).containsEntry("attemptsLeft", 0);
    assertThat(problem(check(id, codes.signUpCode(ADA)))).isEqualTo("429 too-many-attempts");
  }

  @Test
  void verificationOfASignUpIsNoneOfAReset() {
    var id = verificationId(signUp(ADA, PASSWORD));

    assertThat(problem(reset(id, codes.signUpCode(ADA), OTHER_PASSWORD)))
        .isEqualTo("410 code-expired");
    assertThat(problem(reset(id, codes.signUpCode(ADA), "weak"))).isEqualTo("410 code-expired");
    assertThat(codes.compared()).isZero();
  }

  @Test
  void codeLivesHalfAnHourToTheSecond() {
    var ada = verificationId(signUp(ADA, PASSWORD));
    var bob = verificationId(signUp(BOB, PASSWORD));
    clock.pass(Duration.ofMinutes(30).minusSeconds(1));

    assertThat(check(ada, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(problem(check(bob, codes.signUpCode(BOB)))).isEqualTo("410 code-expired");
  }

  @Test
  void expiredCodeIsReplacedAndTheOldOneIsDead() {
    var id = verificationId(signUp(ADA, PASSWORD));
    var old = codes.signUpCode(ADA);
    clock.pass(Duration.ofMinutes(31));
    verificationId(resend(id));

    assertThat(problem(check(id, old))).isEqualTo("422 code-mismatch");
    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void oneMailAMinuteForAnAddressHoweverItIsSpelt() {
    verificationId(signUp(ADA, PASSWORD));
    clock.pass(Duration.ofSeconds(59));

    var refused = signUp("ADA@Press.Example", PASSWORD);

    assertThat(problem(refused)).isEqualTo("429 too-many-requests");
    assertThat(json(refused)).containsEntry("reason", "cool-down");
    assertThat(header(refused, "Retry-After")).isEqualTo("1");
    clock.pass(Duration.ofSeconds(1));
    verificationId(signUp("ADA@Press.Example", PASSWORD));
  }

  @Test
  void codeMustBeSixDigitsAndCostsNothingElse() {
    var id = verificationId(signUp(ADA, PASSWORD));

    assertThat(problem(check(id, "12345"))).isEqualTo("422 validation");
    assertThat(problem(check(id, "１２３４５６"))).isEqualTo("422 validation");
    assertThat(json(check(id, WRONG_CODE))).containsEntry("attemptsLeft", 4);
  }

  @Test
  void sixthMailInAnHourAndEleventhInADayAreRefused() {
    var id = verificationId(signUp(ADA, PASSWORD));
    for (int mails = 1; mails < 5; mails++) {
      clock.pass(Duration.ofMinutes(1));
      verificationId(resend(id));
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(json(resend(id))).containsEntry("reason", "hourly");
    assertThat(json(requestReset("Ada@PRESS.example"))).containsEntry("reason", "hourly");
    for (int mails = 5; mails < 10; mails++) {
      clock.pass(Duration.ofHours(1));
      verificationId(resend(id));
    }
    clock.pass(Duration.ofHours(1));

    var refused = resend(id);

    assertThat(json(refused)).containsEntry("reason", "daily");
    // The first of the ten leaves the day 24 hours after it went: 6 h 5 min of them are over.
    assertThat(header(refused, "Retry-After"))
        .isEqualTo(Long.toString(Duration.ofHours(24).minusHours(6).minusMinutes(5).toSeconds()));
  }
}
