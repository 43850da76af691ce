package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Forgotten passwords, by the numbers of the security list. */
final class ResetFunctionTest extends AccountsFunctionCalls {
  @Test
  void codeSetsThePasswordOnce() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    var code = codes.resetCode(ADA).orElseThrow();

    assertThat(json(reset(id, code, OTHER_PASSWORD))).containsEntry("returnTo", "/en/");
    assertThat(problem(reset(id, code, PASSWORD))).isEqualTo("410 code-expired");
    assertThat(signIn(ADA, OTHER_PASSWORD).getStatusCode()).isEqualTo(201);
    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");
  }

  @Test
  void weakPasswordCostsNoTry() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));

    assertThat(problem(reset(id, WRONG_CODE, "weak"))).isEqualTo("422 password-policy");
    assertThat(json(reset(id, WRONG_CODE, OTHER_PASSWORD))).containsEntry("attemptsLeft", 4);
  }

  @Test
  void resetEndsEverySessionAndTellsTheOwner() {
    var sub = account(ADA, PASSWORD);
    var refresh = refreshToken(signIn(ADA, PASSWORD));
    var access = signedIn("GET", "/v1/me", sub);
    assertThat(call(access).getStatusCode()).isEqualTo(200);
    var id = verificationId(requestReset(ADA));
    reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD);

    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refresh))))
        .isEqualTo("401 unauthenticated");
    assertThat(problem(call(access))).isEqualTo("401 unauthenticated");
    assertThat(notices.sent()).contains("password-changed " + ADA + " fr");
    assertThat(verifications.toSignOut()).isEmpty();
  }

  @Test
  void signOutThatFailsIsLeftToTheSweep() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    breakdown.before("sign out");

    var answer = reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD);

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(verifications.toSignOut()).containsExactly(ADA);
    assertThat(notices.sent())
        .as("the owner is told all the same")
        .contains("password-changed " + ADA + " fr");
    assertThat(signIn(ADA, OTHER_PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void wrongCodeLeavesNothingToTheSweep() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));

    assertThat(problem(reset(id, WRONG_CODE, OTHER_PASSWORD))).isEqualTo("422 code-mismatch");
    assertThat(verifications.toSignOut()).isEmpty();
  }

  @Test
  void passwordThatOnlyCognitoRefusesLeavesNothingToTheSweep() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    codes.refusePasswords();

    assertThat(problem(reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD)))
        .isEqualTo("422 password-policy");
    assertThat(verifications.toSignOut()).isEmpty();
  }

  @Test
  void strangerCannotEndYourReset() {
    account(ADA, PASSWORD);
    var mine = verificationId(requestReset(ADA));
    clock.pass(Duration.ofSeconds(60));
    verificationId(requestReset(ADA));

    assertThat(reset(mine, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void codeOfAResetLivesHalfAnHourToo() {
    account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    clock.pass(Duration.ofMinutes(30));

    assertThat(problem(reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD)))
        .isEqualTo("410 code-expired");
  }
}
