package clipdesk.journeys;

import java.util.Map;

/** A browser on the portal's own page: keeps the refresh cookie and says where it is. */
public final class Browser {
  private final Api page;
  private String cookie;

  /** A browser in which somebody has just signed in. */
  public Browser(Stack stack, Answer signedIn) {
    this.page =
        Api.of(stack).with("X-Clipdesk-Client", "web").with("Origin", stack.output("WebUrl"));
    this.cookie = cookie(signedIn);
  }

  /** Name and value, as the browser sends it. */
  public String cookie() {
    return cookie;
  }

  /** What the portal calls the session. */
  public String sessionId() {
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf('~'));
  }

  /** Asks for another access token, as after loading a page; keeps the cookie that comes along. */
  public Answer refresh() {
    var answer = page.with("Cookie", cookie).post("/v1/sessions/refresh", Map.of());
    cookie = cookie(answer);
    return answer;
  }

  /** Signs in once more while the cookie is still there; keeps the one that comes along. */
  public Answer signIn(String address, String password) {
    var answer =
        page.with("Cookie", cookie)
            .post("/v1/sessions", Map.of("email", address, "password", password))
            .expect(201);
    cookie = cookie(answer);
    return answer;
  }

  public Answer signOut() {
    return page.with("Cookie", cookie).delete("/v1/sessions/current");
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
