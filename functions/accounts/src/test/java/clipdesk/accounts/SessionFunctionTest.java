package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, by the numbers of the security list. */
final class SessionFunctionTest extends AccountsFunctionCalls {
  @Test
  void hundredFailuresFromOnePlaceAreEnough() {
    account(ADA, PASSWORD);
    for (int i = 0; i < 100; i++) {
      assertThat(problem(signIn(ADA, "wrong"))).isEqualTo("401 sign-in-failed");
    }

    assertThat(problem(signIn(ADA, "wrong"))).isEqualTo("429 too-many-requests");
    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("429 too-many-requests");
    var elsewhere =
        GatewayCalls.call("POST", "/v1/sessions")
            .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ADA, PASSWORD))
            .from("198.51.100.7");
    assertThat(call(elsewhere).getStatusCode()).isEqualTo(201);
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    account(ADA, PASSWORD);

    assertThat(header(signIn(ADA, PASSWORD), "Set-Cookie"))
        .matches(
            "__Host-clipdesk-refresh=[^;]+; Secure; HttpOnly; SameSite=Strict; Path=/;"
                + " Max-Age=2592000");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Clipdesk-Client, other",
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, none"
  })
  void otherPagesMayNotUseTheCookie(String header, String value) {
    account(ADA, PASSWORD);
    var refresh = refreshToken(signIn(ADA, PASSWORD));

    assertThat(
            problem(call(ownClient("POST", "/v1/sessions/refresh", refresh).header(header, value))))
        .isEqualTo("403 forbidden");
    assertThat(
            problem(
                call(ownClient("DELETE", "/v1/sessions/current", refresh).header(header, value))))
        .isEqualTo("403 forbidden");
    assertThat(call(ownClient("POST", "/v1/sessions/refresh", refresh)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void otherPagesMayNotSignAnybodyIn() {
    account(ADA, PASSWORD);
    var form = GatewayCalls.call("POST", "/v1/sessions");

    assertThat(
            problem(
                call(
                    form.json("{\"email\":\"%s\",\"password\":\"x\"}".formatted(ADA))
                        .header("Origin", "https://evil.example"))))
        .isEqualTo("403 forbidden");
    assertThat(
            problem(
                call(
                    GatewayCalls.call("POST", "/v1/sessions")
                        .body("application/x-www-form-urlencoded", "email=a&password=b"))))
        .isEqualTo("415 unsupported-media-type");
  }

  @Test
  void tokenOfAnotherClientIsRefused() {
    var sub = account(ADA, PASSWORD);
    var foreign = Map.of("client_id", "client-2");

    assertThat(problem(call(GatewayCalls.call("GET", "/v1/me").signedIn(sub, foreign))))
        .isEqualTo("401 unauthenticated");
  }

  @ParameterizedTest
  @CsvSource({
    "token_use, id",
    "iss, https://cognito-idp.eu-west-3.amazonaws.com/another-pool",
    "scope, aws.cognito.signin.user.admin",
    "auth_time, 0"
  })
  void tokenOfAnotherKindPoolScopeOrTimeIsRefused(String claim, String value) {
    var sub = account(ADA, PASSWORD);
    var id = verificationId(requestReset(ADA));
    reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD);
    clock.pass(Duration.ofSeconds(1));
    var now = Long.toString(clock.instant().getEpochSecond());
    var claims = new HashMap<>(Map.of("auth_time", now));
    assertThat(call(GatewayCalls.call("GET", "/v1/me").signedIn(sub, claims)).getStatusCode())
        .isEqualTo(200);
    claims.put(claim, value);

    assertThat(problem(call(GatewayCalls.call("GET", "/v1/me").signedIn(sub, claims))))
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void ofAHundredAndFiftyAtOnceAHundredReachThePassword() throws Exception {
    account(ADA, PASSWORD);
    try (var pool = Executors.newFixedThreadPool(20)) {
      var answers =
          pool.invokeAll(Collections.nCopies(150, () -> problem(signIn(ADA, "wrong")))).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).filteredOn("401 sign-in-failed"::equals).hasSize(100);
      assertThat(answers).filteredOn("429 too-many-requests"::equals).hasSize(50);
    }
    assertThat(users.compared()).isEqualTo(100);
  }

  @Test
  void usedRefreshTokenIsRefusedAndTheCookieCleared() {
    account(ADA, PASSWORD);
    var refresh = refreshToken(signIn(ADA, PASSWORD));
    var next = call(ownClient("POST", "/v1/sessions/refresh", refresh));
    assertThat(refreshToken(next)).isNotEqualTo(refresh);

    var again = call(ownClient("POST", "/v1/sessions/refresh", refresh));

    assertThat(problem(again)).isEqualTo("401 unauthenticated");
    assertThat(header(again, "Set-Cookie")).contains("__Host-clipdesk-refresh=;", "Max-Age=0");
  }

  @Test
  void signOutEndsThisSessionOnly() {
    account(ADA, PASSWORD);
    var here = refreshToken(signIn(ADA, PASSWORD));
    var there = refreshToken(signIn(ADA, PASSWORD));

    assertThat(call(ownClient("DELETE", "/v1/sessions/current", here)).getStatusCode())
        .isEqualTo(204);

    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", here))))
        .isEqualTo("401 unauthenticated");
    assertThat(call(ownClient("POST", "/v1/sessions/refresh", there)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void signInEndsTheSessionThatTheBrowserHeldAndNoOther() {
    account(ADA, PASSWORD);
    var before = refreshToken(signIn(ADA, PASSWORD));
    var elsewhere = refreshToken(signIn(ADA, PASSWORD));

    var now = refreshToken(call(signInHolding(before, PASSWORD)));

    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", before))))
        .isEqualTo("401 unauthenticated");
    assertThat(call(ownClient("POST", "/v1/sessions/refresh", now)).getStatusCode()).isEqualTo(200);
    assertThat(call(ownClient("POST", "/v1/sessions/refresh", elsewhere)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void refusedSignInEndsNoSession() {
    account(ADA, PASSWORD);
    var before = refreshToken(signIn(ADA, PASSWORD));

    assertThat(problem(call(signInHolding(before, "Wr0ng.Password+Here"))))
        .isEqualTo("401 sign-in-failed");

    assertThat(call(ownClient("POST", "/v1/sessions/refresh", before)).getStatusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Clipdesk-Client, other, 201",
    "Origin, https://evil.example, 403",
    "Sec-Fetch-Site, cross-site, 201",
    "Sec-Fetch-Site, none, 201"
  })
  void signInThatIsNotOfOurPagesEndsNoSession(String header, String value, int status) {
    account(ADA, PASSWORD);
    var before = refreshToken(signIn(ADA, PASSWORD));

    assertThat(call(signInHolding(before, PASSWORD).header(header, value)).getStatusCode())
        .isEqualTo(status);

    assertThat(call(ownClient("POST", "/v1/sessions/refresh", before)).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void sessionThatCannotBeEndedKeepsNobodyFromSigningIn() {
    account(ADA, PASSWORD);
    var before = refreshToken(signIn(ADA, PASSWORD));
    breakdown.before("revoke");

    assertThat(call(signInHolding(before, PASSWORD)).getStatusCode()).isEqualTo(201);

    assertThat(breakdown.stillAhead()).isFalse();
  }

  private static GatewayCalls signInHolding(String refreshToken, String password) {
    return ownClient("POST", "/v1/sessions", refreshToken)
        .json(Json.text(Map.of("email", ADA, "password", password)));
  }

  @Test
  void signOutEverywhereEndsAccessTokensToo() {
    var sub = account(ADA, PASSWORD);
    var refresh = refreshToken(signIn(ADA, PASSWORD));
    var access = signedIn("GET", "/v1/me", sub);

    assertThat(call(signedIn("DELETE", "/v1/sessions", sub)).getStatusCode()).isEqualTo(204);

    assertThat(problem(call(access))).isEqualTo("401 unauthenticated");
    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refresh))))
        .isEqualTo("401 unauthenticated");
  }
}
