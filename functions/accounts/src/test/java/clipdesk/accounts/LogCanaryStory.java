package clipdesk.accounts;

import clipdesk.accounts.audit.FixedPseudonymKey;
import clipdesk.accounts.audit.RecordedAuditLines;
import clipdesk.accounts.directory.CognitoStub;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything the function does, once well and once badly; writes down each secret it met. */
final class LogCanaryStory extends AccountsFunctionCalls {
  private static final String NEW = "ada@agency.example";

  private final List<String> secrets =
      new ArrayList<>(
          List.of(
              PASSWORD,
              OTHER_PASSWORD,
              WRONG_CODE,
              ADA,
              BOB,
              NEW,
              FixedPseudonymKey.SECRET,
              "Lovelace"));

  /**
   * @param arguments the file for the secrets, a line each
   */
  public static void main(String... arguments) throws IOException {
    var story = new LogCanaryStory();
    var sub = story.join();
    story.session();
    story.reset();
    story.leave(sub);
    story.crash();
    try (var cognito = new CognitoStub()) {
      cognito.refuseEverything(ADA, PASSWORD, WRONG_CODE);
      cognito.grantSignIn(ADA, PASSWORD);
      story.secrets.addAll(cognito.secrets());
    }
    story.context.getBean(RecordedAuditLines.class).print();
    Files.write(Path.of(arguments[0]), story.secrets);
    story.stop();
  }

  private String join() {
    var id = met(verificationId(signUp(ADA, PASSWORD)));
    signUp(ADA, PASSWORD);
    check(id, WRONG_CODE);
    clock.pass(Duration.ofSeconds(60));
    resend(id);
    check(id, met(codes.signUpCode(ADA)));
    clock.pass(Duration.ofSeconds(60));
    met(verificationId(signUp(ADA, OTHER_PASSWORD)));
    return users.find(ADA).orElseThrow().sub();
  }

  private void session() {
    signIn(ADA, OTHER_PASSWORD);
    signIn(BOB, PASSWORD);
    var session = signIn(ADA, PASSWORD);
    met((String) json(session).get("accessToken"));
    var refresh = held(session);
    var next = held(call(ownClient("POST", "/v1/sessions/refresh", refresh)));
    call(ownClient("POST", "/v1/sessions/refresh", refresh));
    call(ownClient("DELETE", "/v1/sessions/current", next));
  }

  private void reset() {
    clock.pass(Duration.ofSeconds(60));
    var id = met(verificationId(requestReset(ADA)));
    reset(id, WRONG_CODE, OTHER_PASSWORD);
    breakdown.before("sign out");
    reset(id, met(codes.resetCode(ADA).orElseThrow()), OTHER_PASSWORD);
    clock.pass(Duration.ofSeconds(60));
  }

  private void leave(String sub) {
    var change = Map.of("email", NEW, "password", OTHER_PASSWORD);
    var id =
        met(verificationId(call(signedIn("PUT", "/v1/me/email", sub).json(Json.text(change)))));
    check(id, met(notices.code(NEW)));
    call(
        signedIn("PATCH", "/v1/me", sub)
            .body("application/merge-patch+json", "{\"name\":\"Lovelace\"}")
            .header("If-Match", "\"v2\""));
    call(
        signedIn("PUT", "/v1/me/password", sub)
            .json(Json.text(Map.of("password", OTHER_PASSWORD, "newPassword", PASSWORD))));
    clock.pass(Duration.ofSeconds(1));
    call(signedIn("POST", "/v1/me/exports", sub).json("{}"));
    breakdown.before("delete user");
    call(signedIn("DELETE", "/v1/me", sub));
  }

  private void crash() {
    breakdown.before("issued");
    signUp(BOB, PASSWORD);
  }

  /** What the cookie holds; the secret in it is the refresh token. */
  private String held(APIGatewayProxyResponseEvent answer) {
    var cookie = refreshToken(answer);
    met(cookie.split("~", -1)[1]);
    return cookie;
  }

  private String met(String secret) {
    secrets.add(secret);
    return secret;
  }
}
