package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.audit.FixedPseudonymKey;
import clipdesk.accounts.audit.RecordedAuditLines;
import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import io.micronaut.web.router.Router;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which lines each call leaves, through the entry class. */
final class AuditFunctionTest extends AccountsFunctionCalls {
  private static final String NEW = "ada@agency.example";

  /** By {@code printf audit:ada@press.example | openssl dgst -sha256 -hmac KEY}, cut to 24. */
  private static final String ADA_IN_LINES = "aa67ed87129b18670fcbb6e6";

  private static final String NETWORK_IN_LINES = "1f4e64c4a1c5bf3d0ce61a85";

  private final RecordedAuditLines lines = context.getBean(RecordedAuditLines.class);
  private final FixedPseudonymKey key = context.getBean(FixedPseudonymKey.class);
  private String sub;

  @BeforeEach
  void haveAnAccount() {
    sub = account(ADA, PASSWORD);
    lines.forget();
  }

  @Test
  void everyEndpointSaysWhatACallOfItIsAbout() {
    assertThat(context.getBean(Router.class).uriRoutes())
        .filteredOn(route -> route.getDeclaringType().getName().startsWith("clipdesk.accounts."))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            route ->
                assertThat(route.getAnnotationMetadata().hasAnnotation(Audited.class)).isTrue());
  }

  @Test
  void signInSaysWhoByAddressAndByAccount() {
    signIn(" ADA@press.example", PASSWORD);

    assertThat(lines.lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("timestamp", "2026-02-12T15:01:01.000Z")
                    .containsEntry("audit", "sign-in")
                    .containsEntry("outcome", "done")
                    .containsEntry("requestId", "request-1")
                    .containsEntry("address", ADA_IN_LINES)
                    .containsEntry("network", NETWORK_IN_LINES)
                    .containsKey("account")
                    .doesNotContainKey("reason"));
  }

  @Test
  void refusedSignInsOfKnownAndUnknownAddressesLeaveTheSameKindOfLine() {
    account("disabled@press.example", PASSWORD);
    users.disable("disabled@press.example");
    signUp("unconfirmed@press.example", PASSWORD);
    lines.forget();
    for (var who : List.of("ada", "disabled", "unconfirmed", "nobody")) {
      signIn(who + "@press.example", OTHER_PASSWORD);
    }

    assertThat(lines.said()).hasSize(4).containsOnly("sign-in refused sign-in-failed");
    assertThat(lines.lines()).extracting(Map::keySet).containsOnly(signInKeys());
    assertThat(lines.lines()).extracting(line -> line.get("address")).doesNotHaveDuplicates();
  }

  private static Set<String> signInKeys() {
    return Set.of(
        "timestamp", "level", "audit", "outcome", "reason", "requestId", "address", "network");
  }

  @Test
  void networkThatIsSentAwayIsSaidWithTheAddressItTried() {
    for (int i = 0; i < 101; i++) {
      signIn(ADA, OTHER_PASSWORD);
    }

    assertThat(lines.said().getLast()).isEqualTo("sign-in refused too-many-requests");
    assertThat(lines.lines().getLast()).containsEntry("address", ADA_IN_LINES);
  }

  @Test
  void everyStepOfASignUpIsSaidForKnownAndUnknownAddressesAlike() {
    clock.pass(Duration.ofSeconds(60));
    for (var email : List.of(ADA, BOB)) {
      lines.forget();
      var id = verificationId(signUp(email, OTHER_PASSWORD));
      signUp(email, OTHER_PASSWORD);
      resend(id);
      for (int i = 0; i < 6; i++) {
        check(id, WRONG_CODE);
      }
      clock.pass(Duration.ofMinutes(30));
      check(id, WRONG_CODE);

      assertThat(lines.said())
          .containsExactly(
              "sign-up done",
              "sign-up refused too-many-requests",
              "code-resend refused too-many-requests",
              "code-check refused code-mismatch",
              "code-check refused code-mismatch",
              "code-check refused code-mismatch",
              "code-check refused code-mismatch",
              "code-check refused code-mismatch",
              "code-check refused too-many-attempts",
              "code-check refused code-expired");
      assertThat(lines.lines())
          .allSatisfy(line -> assertThat(line).containsKey("address").doesNotContainKey("account"))
          .extracting(line -> line.get("address"))
          .containsOnly(lines.lines().getFirst().get("address"));
    }
  }

  @Test
  void resetIsSaidWithTheSessionsItEnded() {
    var id = verificationId(requestReset(ADA));
    reset(id, codes.resetCode(ADA).orElseThrow(), "weak");
    reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD);

    assertThat(lines.said())
        .containsExactly(
            "password-reset-request done",
            "password-reset refused password-policy",
            "sessions-ended done",
            "password-reset done");
    assertThat(lines.lines()).extracting(line -> line.get("address")).containsOnly(ADA_IN_LINES);
    assertThat(lines.lines().getLast()).containsKey("account");
  }

  @Test
  void changesOfPasswordAndAddressAreSaid() {
    var change = Json.text(Map.of("email", NEW, "password", PASSWORD));
    var id = verificationId(call(signedIn("PUT", "/v1/me/email", sub).json(change)));
    check(id, notices.code(NEW));
    var other = Json.text(Map.of("password", PASSWORD, "newPassword", OTHER_PASSWORD));
    call(signedIn("PUT", "/v1/me/password", sub).json(other));

    assertThat(lines.said())
        .containsExactly(
            "address-change-request done",
            "address-changed done",
            "code-check done",
            "sessions-ended done",
            "password-change done");
    assertThat(lines.lines())
        .allSatisfy(line -> assertThat(line).containsKey("account"))
        .extracting(line -> line.get("account"))
        .containsOnly(lines.lines().getFirst().get("account"));
  }

  @Test
  void exportAndDeletionAreSaidAlsoWhereTheyWereRefusedOrStopped() {
    var old = signedIn("DELETE", "/v1/me", sub);
    clock.pass(Duration.ofMinutes(6));
    call(old);
    call(signedIn("POST", "/v1/me/exports", sub).json("{}"));
    breakdown.before("delete user");
    call(signedIn("DELETE", "/v1/me", sub));

    assertThat(lines.said())
        .containsExactly(
            "account-deletion refused reauthentication-required",
            "account-export done",
            "account-deletion failed internal");
    assertThat(lines.lines()).allSatisfy(line -> assertThat(line).containsKey("account"));
  }

  @Test
  void refusedRightsAndInputAreSaidAndReadingIsNot() {
    call(signedIn("GET", "/v1/me", sub));
    call(GatewayCalls.call("GET", "/v1/terms"));
    call(GatewayCalls.call("GET", "/v1/me"));
    call(signedIn("GET", "/v1/me", sub, Map.of("client_id", "other")));
    call(signedIn("DELETE", "/v1/me", sub).header("Origin", "https://evil.example"));
    post("/v1/sessions", Map.of("email", ADA, "password", PASSWORD, "more", "x"));
    post("/v1/accounts", Map.of("name", "x".repeat(70_000)));
    check("vf_short", WRONG_CODE);

    assertThat(lines.said())
        .containsExactly(
            "profile-read refused unauthenticated",
            "profile-read refused unauthenticated",
            "account-deletion refused forbidden",
            "sign-in refused validation",
            "sign-up refused payload-too-large",
            "code-check refused not-found");
    assertThat(lines.lines().get(0)).doesNotContainKeys("account", "address");
    assertThat(lines.lines().get(1)).containsKey("account");
  }

  @Test
  void callAfterAnotherNamesNobodyOfTheOther() {
    signIn(ADA, PASSWORD);
    call(GatewayCalls.call("GET", "/v1/me"));

    assertThat(lines.lines().getLast()).doesNotContainKeys("account", "address");
  }

  @Test
  void secretOutOfReachCostsTheNameAndNothingElse() {
    key.beOutOfReach();

    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
    assertThat(lines.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContainKeys("account", "address"));
  }
}
