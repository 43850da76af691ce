package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Signing up, by the numbers of the security list. */
final class SignUpFunctionTest extends AccountsFunctionCalls {
  @Test
  void codeGivesAnAccountAndTheWayBack() {
    var id = verificationId(signUp(ADA, PASSWORD));

    var proven = check(id, codes.signUpCode(ADA));

    assertThat(json(proven))
        .containsEntry("status", "confirmed")
        .containsEntry("returnTo", "/fr/videos/1")
        .containsKey("newsletterOffer");
    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void exampleEventBeginsASignUp() throws IOException {
    var id = verificationId(ExampleEvents.replay("account-asked-for.json", context));

    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void knownUnknownUnconfirmedAndDisabledAddressesGetTheSameAnswers() {
    account("known@press.example", PASSWORD);
    signUp("unconfirmed@press.example", PASSWORD);
    account("disabled@press.example", PASSWORD);
    users.disable("disabled@press.example");
    clock.pass(Duration.ofSeconds(61));
    var unknown = answers("unknown@press.example");

    assertThat(answers("known@press.example")).isEqualTo(unknown);
    assertThat(answers("unconfirmed@press.example")).isEqualTo(unknown);
    assertThat(answers("disabled@press.example")).isEqualTo(unknown);
  }

  /** Status, headers and body, less the random id, of six calls that name an address. */
  private Map<String, String> answers(String email) {
    var answers = new TreeMap<String, String>();
    var begun = signUp(email, OTHER_PASSWORD);
    answers.put("1 sign-up", shape(begun));
    answers.put("2 check", shape(check(verificationId(begun), WRONG_CODE)));
    answers.put("3 resend too soon", shape(resend(verificationId(begun))));
    clock.pass(Duration.ofSeconds(60));
    answers.put("4 resend", shape(resend(verificationId(begun))));
    clock.pass(Duration.ofSeconds(60));
    var reset = requestReset(email);
    answers.put("5 reset", shape(reset));
    answers.put("6 new password", shape(reset(verificationId(reset), WRONG_CODE, PASSWORD)));
    answers.put("7 sign-in", shape(signIn(email, "Wr0ng.Password+Here")));
    clock.pass(Duration.ofHours(1).minusSeconds(120));
    return answers;
  }

  private String shape(APIGatewayProxyResponseEvent answer) {
    var body = new TreeMap<>(Json.object(answer.getBody()));
    for (var fresh : new String[] {"verificationId", "expiresAt", "resendAt", "instance"}) {
      body.computeIfPresent(fresh, (_, _) -> "*");
    }
    return answer.getStatusCode()
        + " "
        + new TreeMap<>(answer.getMultiValueHeaders()).keySet()
        + " "
        + body;
  }

  @Test
  void knownAddressIsToldByMail() {
    account(ADA, PASSWORD);

    signUp(ADA, OTHER_PASSWORD);

    assertThat(notices.sent()).containsExactly("account-exists " + ADA + " fr");
    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void secondSignUpLeavesThePasswordAndTheCodeOfTheFirstDead() {
    var first = verificationId(signUp(ADA, PASSWORD));
    var firstCode = codes.signUpCode(ADA);
    clock.pass(Duration.ofSeconds(60));

    var second = verificationId(signUp(ADA, OTHER_PASSWORD));

    assertThat(problem(check(first, firstCode))).isEqualTo("410 code-expired");
    assertThat(check(second, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");
    assertThat(signIn(ADA, OTHER_PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void doneSignUpMayBeAnsweredAgain() {
    var id = verificationId(signUp(ADA, PASSWORD));
    var code = codes.signUpCode(ADA);
    check(id, code);

    for (int again = 0; again < 10; again++) {
      assertThat(check(id, code).getStatusCode()).isEqualTo(200);
    }
    assertThat(problem(resend(id))).isEqualTo("410 code-expired");
    assertThat(codes.compared()).isEqualTo(1);
  }

  @Test
  void doneSignUpAnswersByItsOwnCodeAloneAndGuessesAtItAreFew() {
    var id = verificationId(signUp(ADA, PASSWORD));
    var code = codes.signUpCode(ADA);
    check(id, code);

    for (int left = 4; left >= 0; left--) {
      var guess = check(id, WRONG_CODE);
      assertThat(problem(guess)).isEqualTo("422 code-mismatch");
      assertThat(json(guess)).containsEntry("attemptsLeft", left);
    }

    assertThat(problem(check(id, code))).isEqualTo("410 code-expired");
  }

  @Test
  void signUpOfADeletedAccountAnswersByNothing() {
    var id = verificationId(signUp(ADA, PASSWORD));
    var code = codes.signUpCode(ADA);
    check(id, code);
    var sub = users.find(ADA).orElseThrow().sub();

    assertThat(call(signedIn("DELETE", "/v1/me", sub)).getStatusCode()).isEqualTo(204);

    assertThat(problem(check(id, code))).isEqualTo("410 code-expired");
    assertThat(problem(check(id, WRONG_CODE))).isEqualTo("422 code-mismatch");
  }

  @Test
  void doneSignUpIsForgottenWhenItsCodeWouldHaveExpired() {
    var id = verificationId(signUp(ADA, PASSWORD));
    var code = codes.signUpCode(ADA);
    check(id, code);
    clock.pass(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(check(id, code).getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));

    assertThat(problem(check(id, code))).isEqualTo("410 code-expired");
  }

  @Test
  void signUpWaitsForACodeThatIsBeingChecked() {
    var id = verificationId(signUp(ADA, PASSWORD));
    clock.pass(Duration.ofSeconds(60));
    // Counted and not done yet: as while Cognito compares it.
    verifications.count(new VerificationId(id), Verification.Purpose.SIGN_UP, clock.instant());

    var refused = signUp(ADA, OTHER_PASSWORD);

    assertThat(problem(refused)).isEqualTo("429 too-many-requests");
    assertThat(json(refused)).containsEntry("reason", "cool-down");
    assertThat(header(refused, "Retry-After")).isEqualTo("30");
    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void bodyWithoutATypeIsRefused() {
    assertThat(problem(call(GatewayCalls.call("POST", "/v1/accounts").untyped("{}"))))
        .isEqualTo("415 unsupported-media-type");
    assertThat(problem(call(GatewayCalls.call("POST", "/v1/verifications/vf_x/resend"))))
        .as("no body, no type, no such id")
        .isEqualTo("404 not-found");
  }
}
