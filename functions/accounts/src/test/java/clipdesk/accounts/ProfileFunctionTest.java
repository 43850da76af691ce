package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class ProfileFunctionTest extends AccountsFunctionCalls {
  private static final String NEW = "ada@agency.example";

  @Test
  void patchSetsAndTakesAway() {
    var sub = account(ADA, PASSWORD);
    assertThat(json(call(signedIn("GET", "/v1/me", sub)))).containsEntry("name", "Ada");

    var edited = patch(sub, "\"v1\"", "{\"name\":null,\"outlet\":\"Le Fil\",\"language\":\"uk\"}");

    assertThat(json(edited))
        .doesNotContainKey("name")
        .containsEntry("outlet", "Le Fil")
        .containsEntry("language", "uk");
    assertThat(header(edited, "ETag")).isEqualTo("\"v2\"");
    assertThat(problem(patch(sub, "\"v1\"", "{}"))).isEqualTo("412 precondition-failed");
  }

  private APIGatewayProxyResponseEvent patch(String sub, String ifMatch, String body) {
    return call(
        signedIn("PATCH", "/v1/me", sub)
            .body("application/merge-patch+json", body)
            .header("If-Match", ifMatch));
  }

  @Test
  void languageCannotBeTakenAway() {
    var sub = account(ADA, PASSWORD);

    var refused =
        call(
            signedIn("PATCH", "/v1/me", sub)
                .body("application/merge-patch+json", "{\"name\":\"Eve\",\"language\":null}")
                .header("If-Match", "\"v1\""));

    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("/language", "missing");
    assertThat(json(call(signedIn("GET", "/v1/me", sub)))).containsEntry("name", "Ada");
  }

  @Test
  void newAddressCountsOnceItsCodeWasTyped() {
    var sub = account(ADA, PASSWORD);
    var id = verificationId(changeAddress(sub, NEW, PASSWORD));
    assertThat(users.find(NEW)).isEmpty();

    var proven = check(id, notices.code(NEW));

    assertThat(json(proven)).containsOnlyKeys("status", "returnTo");
    assertThat(json(call(signedIn("GET", "/v1/me", sub)))).containsEntry("email", NEW);
    assertThat(notices.sent()).contains("address-changed " + ADA + " fr");
    assertThat(context.getBean(RecordedAccountEvents.class).changed())
        .containsExactly(ADA + " to " + NEW);
    assertThat(signIn(NEW, PASSWORD).getStatusCode()).isEqualTo(201);
    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");
  }

  @Test
  void changeOfAddressNeedsThePassword() {
    var sub = account(ADA, PASSWORD);

    assertThat(problem(changeAddress(sub, NEW, OTHER_PASSWORD))).isEqualTo("401 sign-in-failed");
    assertThat(notices.sent()).isEmpty();
  }

  @Test
  void addressOfAnotherAccountIsNotToldAndNotTaken() {
    account(BOB, PASSWORD);
    var sub = account(ADA, PASSWORD);

    var id = verificationId(changeAddress(sub, BOB, PASSWORD));

    assertThat(notices.sent()).containsExactly("account-exists " + BOB + " fr");
    assertThat(problem(check(id, WRONG_CODE))).isEqualTo("422 code-mismatch");
  }

  @Test
  void addressThatSomebodyHoldsUnprovenIsStillYours() {
    signUp(NEW, OTHER_PASSWORD);
    clock.pass(Duration.ofSeconds(60));
    var sub = account(ADA, PASSWORD);

    var id = verificationId(changeAddress(sub, NEW, PASSWORD));

    assertThat(check(id, notices.code(NEW)).getStatusCode()).isEqualTo(200);
    assertThat(users.find(NEW).orElseThrow().sub()).isEqualTo(sub);
  }

  @Test
  void codesForAnAddressFollowTheRulesOfAllCodes() {
    var sub = account(ADA, PASSWORD);
    var id = verificationId(changeAddress(sub, NEW, PASSWORD));
    var first = notices.code(NEW);
    assertThat(problem(resend(id))).isEqualTo("429 too-many-requests");
    clock.pass(Duration.ofSeconds(60));
    verificationId(resend(id));
    var second = notices.code(NEW);

    if (!first.equals(second)) {
      assertThat(problem(check(id, first))).isEqualTo("422 code-mismatch");
    }
    clock.pass(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(check(id, second).getStatusCode()).isEqualTo(200);
    assertThat(check(id, second).getStatusCode()).as("done, and said again").isEqualTo(200);
  }

  private APIGatewayProxyResponseEvent changeAddress(String sub, String email, String password) {
    return call(
        signedIn("PUT", "/v1/me/email", sub)
            .json(Json.text(Map.of("email", email, "password", password))));
  }

  @Test
  void newPasswordEndsEverySession() {
    var sub = account(ADA, PASSWORD);
    var access = signedIn("GET", "/v1/me", sub);
    var change =
        signedIn("PUT", "/v1/me/password", sub)
            .json(Json.text(Map.of("password", PASSWORD, "newPassword", OTHER_PASSWORD)));

    assertThat(call(change).getStatusCode()).isEqualTo(204);

    assertThat(problem(call(access))).isEqualTo("401 unauthenticated");
    assertThat(signIn(ADA, OTHER_PASSWORD).getStatusCode()).isEqualTo(201);
    assertThat(notices.sent()).containsExactly("password-changed " + ADA + " fr");
  }

  @Test
  void deletedAccountIsGoneEverywhere() {
    var sub = account(ADA, PASSWORD);

    assertThat(call(signedIn("DELETE", "/v1/me", sub)).getStatusCode()).isEqualTo(204);

    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");
    assertThat(context.getBean(RecordedAccountEvents.class).deleted())
        .containsExactly(sub + " " + ADA);
    assertThat(notices.sent()).containsExactly("account-deleted " + ADA + " fr");
  }

  @Test
  void exportIsAFileOfEverythingHeld() {
    var sub = account(ADA, PASSWORD);
    call(signedIn("DELETE", "/v1/sessions", sub));
    clock.pass(Duration.ofSeconds(2));

    var answer =
        call(
            signedIn("POST", "/v1/me/exports", sub, Map.of("cognito:groups", "editors"))
                .json("{}"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"clipdesk-account.json\"");
    assertThat(json(answer).get("account"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("accountId", sub),
                Map.entry("email", ADA),
                Map.entry("emailVerified", true),
                Map.entry("name", "Ada"),
                Map.entry("language", "fr"),
                Map.entry("termsVersion", "2026-01"),
                Map.entry("termsAcceptedAt", "2026-02-12T15:00:00.000Z"),
                Map.entry("createdAt", "2026-02-12T15:00:00.000Z"),
                Map.entry("sessionsEndedAt", "2026-02-12T15:01:02.000Z"),
                Map.entry("groups", List.of("editors")),
                Map.entry("version", 1),
                Map.entry("codeMailsSentAt", List.of("2026-02-12T15:00:00.000Z"))));
    assertThat(json(answer).get("parts"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(
            Map.of("name", "downloads", "href", "https://api.clipdesk.example/v1/me/downloads"))
        .extracting(it -> ((Map<?, ?>) it).get("name"))
        .isEqualTo(
            List.of("sessions", "downloads", "clips", "subscriptions", "consents", "deliveries"));
  }

  @Test
  void newAddressWaitsForACodeThatIsBeingCheckedThere() {
    var unproven = verificationId(signUp(NEW, OTHER_PASSWORD));
    clock.pass(Duration.ofSeconds(60));
    var sub = account(ADA, PASSWORD);
    var id = verificationId(changeAddress(sub, NEW, PASSWORD));
    verifications.count(
        new VerificationId(unproven), Verification.Purpose.SIGN_UP, clock.instant());

    assertThat(problem(check(id, notices.code(NEW)))).isEqualTo("429 too-many-requests");

    assertThat(users.find(NEW)).isPresent();
    clock.pass(Duration.ofSeconds(30));
    assertThat(check(id, notices.code(NEW)).getStatusCode()).isEqualTo(200);
    assertThat(users.find(NEW).orElseThrow().sub()).isEqualTo(sub);
  }

  @Test
  void whatCannotBeUndoneNeedsAFreshSignIn() {
    var sub = account(ADA, PASSWORD);
    var delete = signedIn("DELETE", "/v1/me", sub);
    var export = signedIn("POST", "/v1/me/exports", sub).json("{}");
    clock.pass(Duration.ofMinutes(5).plusSeconds(1));

    assertThat(problem(call(delete))).isEqualTo("401 reauthentication-required");
    assertThat(problem(call(export))).isEqualTo("401 reauthentication-required");
  }

  @Test
  void otherPagesMayChangeNothing() {
    var sub = account(ADA, PASSWORD);
    for (var call :
        new GatewayCalls[] {
          signedIn("PATCH", "/v1/me", sub).body("application/merge-patch+json", "{}"),
          signedIn("PUT", "/v1/me/email", sub).json("{}"),
          signedIn("PUT", "/v1/me/password", sub).json("{}"),
          signedIn("POST", "/v1/me/exports", sub).json("{}"),
          signedIn("DELETE", "/v1/me", sub),
          signedIn("DELETE", "/v1/sessions", sub)
        }) {
      assertThat(problem(call(call.header("Origin", "https://evil.example"))))
          .isEqualTo("403 forbidden");
    }
  }
}
