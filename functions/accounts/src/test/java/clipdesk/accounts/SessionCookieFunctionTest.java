package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookie counts as a whole. */
final class SessionCookieFunctionTest extends AccountsFunctionCalls {
  /** Owners see the ids of their sessions, and so does whoever holds a token of theirs. */
  @ParameterizedTest
  @ValueSource(strings = {"011", "001", "010", "100", "101", "110"})
  void cookieThatWasPutTogetherOfTwoOpensAndEndsNothing(String recipe) {
    account(ADA, PASSWORD);
    var sessions = List.of(signIn(ADA, PASSWORD), signIn(ADA, PASSWORD));
    var cookie = new ArrayList<String>();
    for (int part = 0; part < 3; part++) {
      var from = sessions.get(recipe.charAt(part) - '0');
      cookie.add(refreshToken(from).split("~", -1)[part]);
    }

    assertNoSession(String.join("~", cookie));

    for (var session : sessions) {
      assertThat(call(with(session, "GET", "/v1/me")).getStatusCode()).isEqualTo(200);
      var refresh = ownClient("POST", "/v1/sessions/refresh", refreshToken(session));
      assertThat(call(refresh).getStatusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "~~", "se_x~token~seal", "token", "se_AAAAAAAAAAAAAAAAAAAAAA~~"})
  void cookieThatIsNoneOfOursIsNoSession(String cookie) {
    account(ADA, PASSWORD);

    assertNoSession(cookie);
  }

  private void assertNoSession(String cookie) {
    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", cookie))))
        .isEqualTo("401 unauthenticated");
    assertThat(call(ownClient("DELETE", "/v1/sessions/current", cookie)).getStatusCode())
        .isEqualTo(204);
    var signIn = Json.text(Map.of("email", ADA, "password", PASSWORD));
    assertThat(call(ownClient("POST", "/v1/sessions", cookie).json(signIn)).getStatusCode())
        .isEqualTo(201);
  }
}
