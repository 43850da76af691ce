package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.directory.InMemoryCodes;
import clipdesk.accounts.directory.InMemoryUsers;
import clipdesk.accounts.notices.RecordedNotices;
import clipdesk.accounts.tally.RecordedTally;
import clipdesk.accounts.throttling.InstantTime;
import clipdesk.accounts.verification.InMemoryVerifications;
import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The running function with fakes behind it, and words to call it with. */
abstract class AccountsFunctionCalls {
  static final String ADA = "ada@press.example";
  static final String BOB = "bob@press.example";
  static final String PASSWORD = "Tr0ub4dor&Zebra";
  static final String OTHER_PASSWORD = "Qu1et.River+Stone";
  static final String WRONG_CODE = "999999";
  static final String ORIGIN = "https://clipdesk.example";
  static final String COOKIE = "__Host-clipdesk-refresh";

  final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);
  final InMemoryUsers users = context.getBean(InMemoryUsers.class);
  final InMemoryCodes codes = context.getBean(InMemoryCodes.class);
  final InMemoryVerifications verifications = context.getBean(InMemoryVerifications.class);
  final RecordedNotices notices = context.getBean(RecordedNotices.class);
  final Breakdown breakdown = context.getBean(Breakdown.class);
  final InstantTime time = context.getBean(InstantTime.class);
  final RecordedTally tally = context.getBean(RecordedTally.class);
  final TickingClock clock = context.getBean(TickingClock.class);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  APIGatewayProxyResponseEvent signUp(String email, String password) {
    return post(
        "/v1/accounts",
        Map.of(
            "email", email,
            "password", password,
            "name", "Ada",
            "language", "fr",
            "termsVersion", "2026-01",
            "returnTo", "/fr/videos/1"));
  }

  APIGatewayProxyResponseEvent check(String verificationId, String code) {
    return post("/v1/verifications/" + verificationId + "/check", Map.of("code", code));
  }

  APIGatewayProxyResponseEvent resend(String verificationId) {
    return post("/v1/verifications/" + verificationId + "/resend", Map.of());
  }

  APIGatewayProxyResponseEvent requestReset(String email) {
    return post("/v1/password-resets", Map.of("email", email));
  }

  APIGatewayProxyResponseEvent reset(String verificationId, String code, String password) {
    return call(
        GatewayCalls.call("PUT", "/v1/password-resets/" + verificationId)
            .json(Json.text(Map.of("code", code, "newPassword", password))));
  }

  APIGatewayProxyResponseEvent signIn(String email, String password) {
    return post("/v1/sessions", Map.of("email", email, "password", password));
  }

  /** Signs somebody up and takes the code; a minute and a second pass. Returns the account's id. */
  String account(String email, String password) {
    var id = verificationId(signUp(email, password));
    assertThat(check(id, codes.signUpCode(email)).getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(61));
    return users.find(email).orElseThrow().sub();
  }

  /** A call with the access token of a sign-in at this moment. */
  GatewayCalls signedIn(String method, String path, String sub) {
    return signedIn(method, path, sub, Map.of());
  }

  GatewayCalls signedIn(String method, String path, String sub, Map<String, String> moreClaims) {
    var claims = new HashMap<>(moreClaims);
    claims.put("auth_time", Long.toString(clock.instant().getEpochSecond()));
    return GatewayCalls.call(method, path).signedIn(sub, claims);
  }

  /** A call with the access token of that sign-in or refresh. */
  GatewayCalls with(APIGatewayProxyResponseEvent signedIn, String method, String path) {
    var sub = (String) ((Map<?, ?>) json(signedIn).get("account")).get("accountId");
    return signedIn(method, path, sub, Map.of("origin_jti", family(signedIn)));
  }

  /** A call as our own pages make them with the refresh cookie. */
  static GatewayCalls ownClient(String method, String path, String refreshToken) {
    return GatewayCalls.call(method, path)
        .header("Content-Type", "application/json")
        .header("X-Clipdesk-Client", "web")
        .header("Origin", ORIGIN)
        .header("Cookie", COOKIE + "=" + refreshToken);
  }

  APIGatewayProxyResponseEvent post(String path, Map<String, ?> body) {
    return call(GatewayCalls.call("POST", path).json(Json.text(body)));
  }

  APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  static String verificationId(APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
    return (String) json(answer).get("verificationId");
  }

  static String refreshToken(APIGatewayProxyResponseEvent answer) {
    var cookie = header(answer, "Set-Cookie");
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  /** What the access tokens of a session have in common. */
  static String family(APIGatewayProxyResponseEvent signedIn) {
    var payload = ((String) json(signedIn).get("accessToken")).split("\\.", 3)[1];
    var claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return (String) Json.object(claims).get("origin_jti");
  }

  static Map<String, Object> json(APIGatewayProxyResponseEvent answer) {
    return Json.object(answer.getBody());
  }

  /** Status and code of a refusal, as {@code 422 code-mismatch}. */
  static String problem(APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isGreaterThanOrEqualTo(400);
    return answer.getStatusCode() + " " + json(answer).get("code");
  }

  static String header(APIGatewayProxyResponseEvent answer, String name) {
    return String.join(", ", answer.getMultiValueHeaders().getOrDefault(name, List.of("")));
  }
}
