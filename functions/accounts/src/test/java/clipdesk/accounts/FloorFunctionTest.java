package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long callers wait, by a time that passes at once. */
final class FloorFunctionTest extends AccountsFunctionCalls {
  private static final Duration SLOW = Duration.ofMillis(1500);
  private static final Duration FAST = Duration.ofMillis(800);
  private static final Duration NOT = Duration.ZERO;

  @ParameterizedTest
  @ValueSource(strings = {"known", "unknown", "unconfirmed", "disabled"})
  void everyPathWaitsForItsFloorWhoeverHasTheAddress(String kind) {
    var email = kind + "@press.example";
    become(kind, email);
    Supplier<APIGatewayProxyResponseEvent> signUp = () -> signUp(email, OTHER_PASSWORD);

    var id = verificationId(waiting(SLOW, signUp));
    assertThat(problem(waiting(NOT, signUp))).isEqualTo("429 too-many-requests");
    assertThat(problem(waiting(NOT, () -> resend(id)))).isEqualTo("429 too-many-requests");
    assertThat(problem(waiting(FAST, () -> check(id, WRONG_CODE)))).isEqualTo("422 code-mismatch");
    clock.pass(Duration.ofSeconds(60));
    verificationId(waiting(SLOW, () -> resend(id)));
    clock.pass(Duration.ofSeconds(60));
    var reset = verificationId(waiting(SLOW, () -> requestReset(email)));
    assertThat(problem(waiting(FAST, () -> reset(reset, WRONG_CODE, PASSWORD))))
        .isEqualTo("422 code-mismatch");
    assertThat(problem(waiting(NOT, () -> reset(reset, WRONG_CODE, "weak"))))
        .isEqualTo("422 password-policy");
    assertThat(problem(waiting(FAST, () -> signIn(email, "Wr0ng.Password+Here"))))
        .isEqualTo("401 sign-in-failed");
  }

  private void become(String kind, String email) {
    switch (kind) {
      case "known", "disabled" -> account(email, PASSWORD);
      case "unconfirmed" -> signUp(email, PASSWORD);
      default -> assertThat(users.find(email)).isEmpty();
    }
    if (kind.equals("disabled")) {
      users.disable(email);
    }
    clock.pass(Duration.ofSeconds(61));
  }

  private APIGatewayProxyResponseEvent waiting(
      Duration floor, Supplier<APIGatewayProxyResponseEvent> call) {
    long began = time.nanos();
    var answer = call.get();
    assertThat(Duration.ofNanos(time.nanos() - began)).as(answer.getBody()).isEqualTo(floor);
    return answer;
  }

  /** Each of them would hold a slot of the function: a flood of them, every slot there is. */
  @Test
  void refusalThatHasLookedNobodyUpIsNotHeldBack() {
    var unknown = "vf_" + "A".repeat(22);
    var id = verificationId(signUp(ADA, PASSWORD));

    assertThat(problem(waiting(NOT, () -> check(unknown, WRONG_CODE))))
        .isEqualTo("410 code-expired");
    assertThat(problem(waiting(NOT, () -> resend(unknown)))).isEqualTo("410 code-expired");
    assertThat(problem(waiting(NOT, () -> reset(unknown, WRONG_CODE, PASSWORD))))
        .isEqualTo("410 code-expired");
    assertThat(problem(waiting(NOT, () -> check(id, "12345")))).isEqualTo("422 validation");
    for (int tries = 0; tries < 5; tries++) {
      check(id, WRONG_CODE);
    }
    assertThat(problem(waiting(NOT, () -> check(id, WRONG_CODE))))
        .isEqualTo("429 too-many-attempts");
    for (int failures = 0; failures < 100; failures++) {
      signIn(BOB, PASSWORD);
    }
    assertThat(problem(waiting(NOT, () -> signIn(BOB, PASSWORD))))
        .isEqualTo("429 too-many-requests");
    for (int mails = 1; mails < 100; mails++) {
      requestReset("no" + mails + "@press.example");
    }
    assertThat(problem(waiting(NOT, () -> requestReset(BOB)))).isEqualTo("429 too-many-requests");
  }

  @Test
  void successIsNotHeldBack() {
    var id = verificationId(signUp(ADA, PASSWORD));

    assertThat(waiting(Duration.ZERO, () -> check(id, codes.signUpCode(ADA))).getStatusCode())
        .isEqualTo(200);
    assertThat(waiting(Duration.ZERO, () -> signIn(ADA, PASSWORD)).getStatusCode()).isEqualTo(201);
  }

  /** Otherwise the sign-in that follows would be of the very second that was cut off. */
  @Test
  void endOfSessionsIsToldWhenItsSecondIsOver() {
    var sub = account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    var code = codes.resetCode(ADA).orElseThrow();
    var change = Json.text(Map.of("password", OTHER_PASSWORD, "newPassword", PASSWORD));
    var second = Duration.ofSeconds(1);

    assertThat(waiting(second, () -> reset(id, code, OTHER_PASSWORD)).getStatusCode())
        .isEqualTo(200);
    clock.pass(second);
    var changed = waiting(second, () -> call(signedIn("PUT", "/v1/me/password", sub).json(change)));
    assertThat(changed.getStatusCode()).isEqualTo(204);
    clock.pass(second);
    var left = waiting(second, () -> call(signedIn("DELETE", "/v1/sessions", sub)));
    assertThat(left.getStatusCode()).isEqualTo(204);
  }
}
