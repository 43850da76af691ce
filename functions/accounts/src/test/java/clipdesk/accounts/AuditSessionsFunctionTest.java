package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.audit.RecordedAuditLines;
import clipdesk.common.json.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which lines the ends of sessions leave, and whom they name. */
final class AuditSessionsFunctionTest extends AccountsFunctionCalls {
  private final RecordedAuditLines lines = context.getBean(RecordedAuditLines.class);
  private String sub;
  private Optional<String> ada;

  @BeforeEach
  void haveAnAccount() {
    sub = account(ADA, PASSWORD);
    signIn(ADA, PASSWORD);
    ada = Optional.of(lines.lines().getLast().get("account"));
    lines.forget();
  }

  @Test
  void endsOfSessionsAreSaid() {
    var first = refreshToken(signIn(ADA, PASSWORD));
    call(
        ownClient("POST", "/v1/sessions", first)
            .json(Json.text(Map.of("email", ADA, "password", PASSWORD))));
    call(ownClient("POST", "/v1/sessions/refresh", first));
    call(ownClient("DELETE", "/v1/sessions/current", "none"));
    call(signedIn("DELETE", "/v1/sessions", sub));

    assertThat(lines.said())
        .containsExactly(
            "sign-in done",
            "session-replaced done",
            "sign-in done",
            "session-refresh refused unauthenticated",
            "sign-out done",
            "sessions-ended done",
            "sign-out-everywhere done");
  }

  @Test
  void cookieNamesWhoseSessionItIs() {
    var ended = refreshToken(signIn(ADA, PASSWORD));
    users.signOutEverywhere(sub);
    var held = refreshToken(signIn(ADA, PASSWORD));
    lines.forget();
    call(ownClient("POST", "/v1/sessions/refresh", ended));
    call(ownClient("DELETE", "/v1/sessions/current", held));
    call(ownClient("DELETE", "/v1/sessions/current", held));
    call(signedIn("GET", "/v1/me", sub, Map.of("client_id", "other")));

    assertThat(lines.said())
        .containsExactly(
            "session-refresh refused unauthenticated",
            "sign-out done",
            "sign-out done",
            "profile-read refused unauthenticated");
    assertThat(lines.lines())
        .extracting(line -> Optional.ofNullable(line.get("account")))
        .containsExactly(ada, ada, Optional.empty(), ada);
  }

  @Test
  void whoTakesOverABrowserIsNamedAndNotWhoLeftIt() {
    account(BOB, PASSWORD);
    var held = refreshToken(signIn(ADA, PASSWORD));
    lines.forget();
    call(
        ownClient("POST", "/v1/sessions", held)
            .json(Json.text(Map.of("email", BOB, "password", PASSWORD))));

    assertThat(lines.said()).containsExactly("session-replaced done", "sign-in done");
    assertThat(lines.lines())
        .extracting(line -> Optional.ofNullable(line.get("account")))
        .doesNotContain(ada, Optional.empty())
        .containsOnly(Optional.of(lines.lines().getFirst().get("account")));
  }
}
