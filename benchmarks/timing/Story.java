import clipdesk.common.json.Json;
import clipdesk.common.web.ApiFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Every call of the accounts function, each checked, so that no failure is timed as an answer. */
final class Story implements AutoCloseable {
  private static final String PASSWORD = "Correct-Horse-77!";
  private static final String OTHER = "Autre-Cheval-88!";
  private static final String WRONG = "000000";
  private static final Map<String, String> NONE = Map.of();

  /**
   * What is with an address before it is used. A mark * is for endpoints that hold back refusals.
   */
  enum Kind {
    KNOWN,
    UNKNOWN,
    UNCONFIRMED,
    DISABLED
  }

  private final ApiFunction function = new ApiFunction();
  private final Addresses addresses = new Addresses(PASSWORD);
  private final Times times;

  Story(Times times) {
    this.times = times;
  }

  /** The calls that anybody can make for an address. */
  void play(Kind kind) {
    var email = addresses.fresh();
    if (kind != Kind.UNKNOWN) {
      signUp("setting up", email, PASSWORD, "-");
    }
    if (kind == Kind.KNOWN || kind == Kind.DISABLED) {
      addresses.confirm(email);
    }
    if (kind == Kind.DISABLED) {
      addresses.disable(email);
    }
    addresses.open(email);
    var reset =
        timed("reset request", kind, "POST", "/v1/password-resets", Map.of("email", email), 202);
    timed(
        "new password *",
        kind,
        "PUT",
        "/v1/password-resets/" + reset.get("verificationId"),
        Map.of("code", WRONG, "newPassword", OTHER),
        422);
    timed(
        "sign-in *", kind, "POST", "/v1/sessions", Map.of("email", email, "password", OTHER), 401);
    addresses.open(email);
    var id = signUp("sign-up", email, OTHER, kind.name());
    timed(
        "check *", kind, "POST", "/v1/verifications/" + id + "/check", Map.of("code", WRONG), 422);
    addresses.open(email);
    timed("resend", kind, "POST", "/v1/verifications/" + id + "/resend", Map.of(), 202);
  }

  private String signUp(String endpoint, String email, String password, String kind) {
    var form =
        Map.of(
            "email",
            email,
            "password",
            password,
            "language",
            "fr",
            "termsVersion",
            System.getenv("TERMS_VERSION"));
    Call call = () -> call("POST", "/v1/accounts", form, Map.of(), Map.of(), 202);
    var begun = kind.equals("-") ? call.answer() : times.of(endpoint, kind, call::answer);
    return (String) Json.object((String) begun.get("body")).get("verificationId");
  }

  /** The calls of somebody who is signed in; for these there is one kind of address. */
  void account() {
    var email = addresses.fresh();
    var id = signUp("setting up", email, PASSWORD, "-");
    var code = Map.of("code", addresses.code(email));
    own("check, right", "POST", "/v1/verifications/" + id + "/check", code, NONE, NONE, 200);
    var signIn = Map.of("email", email, "password", PASSWORD);
    var session = own("sign-in, right", "POST", "/v1/sessions", signIn, NONE, NONE, 201);
    var sub = addresses.sub(email);
    var claims = addresses.claims(sub);
    var browser = new HashMap<>(Map.of("X-Clipdesk-Client", "web", "Cookie", cookie(session)));
    browser.put("Origin", System.getenv("WEB_ORIGIN"));
    var refreshed = own("refresh", "POST", "/v1/sessions/refresh", NONE, browser, NONE, 200);
    own("terms", "GET", "/v1/terms", NONE, NONE, NONE, 200);
    own("profile", "GET", "/v1/me", NONE, NONE, claims, 200);
    var edit = Map.of("Content-Type", "application/merge-patch+json", "If-Match", "\"v1\"");
    own("profile edit", "PATCH", "/v1/me", Map.of("name", "A. Martin"), edit, claims, 200);
    own("export", "POST", "/v1/me/exports", NONE, NONE, claims, 200);
    browser.put("Cookie", cookie(refreshed));
    own("sessions", "GET", "/v1/me/sessions", NONE, NONE, claims, 200);
    own("sign-out", "DELETE", "/v1/sessions/current", NONE, browser, NONE, 204);
    var other = cookie(call("POST", "/v1/sessions", signIn, NONE, NONE, 201));
    var path = "/v1/me/sessions/" + other.substring(other.indexOf('=') + 1, other.indexOf('~'));
    own("end of a session", "DELETE", path, NONE, NONE, claims, 204);
    addresses.open(email);
    var change = Map.of("email", addresses.fresh(), "password", PASSWORD);
    own("new address", "PUT", "/v1/me/email", change, NONE, claims, 202);
    own("sign-out everywhere", "DELETE", "/v1/sessions", NONE, NONE, claims, 204);
    passwords(email, sub);
    own("deletion", "DELETE", "/v1/me", NONE, NONE, addresses.claims(sub), 204);
  }

  /** Another password, once by whoever knows the present one and once by a code. */
  private void passwords(String email, String sub) {
    var known = Map.of("password", PASSWORD, "newPassword", OTHER);
    own("password change", "PUT", "/v1/me/password", known, NONE, addresses.claims(sub), 204);
    addresses.open(email);
    var asked = call("POST", "/v1/password-resets", Map.of("email", email), NONE, NONE, 202);
    var id = Json.object((String) asked.get("body")).get("verificationId");
    var code = Map.of("code", addresses.code(email), "newPassword", PASSWORD);
    own("new password, right", "PUT", "/v1/password-resets/" + id, code, NONE, NONE, 200);
  }

  private interface Call {
    Map<String, Object> answer();
  }

  private Map<String, Object> timed(
      String endpoint, Kind kind, String method, String path, Map<String, ?> body, int status) {
    var answer =
        times.of(endpoint, kind.name(), () -> call(method, path, body, Map.of(), Map.of(), status));
    return Json.object((String) answer.get("body"));
  }

  private Map<String, Object> own(
      String endpoint,
      String method,
      String path,
      Map<String, ?> body,
      Map<String, String> headers,
      Map<String, String> claims,
      int status) {
    return times.of(endpoint, "-", () -> call(method, path, body, headers, claims, status));
  }

  private Map<String, Object> call(
      String method,
      String path,
      Map<String, ?> body,
      Map<String, String> headers,
      Map<String, String> claims,
      int status) {
    var all = new HashMap<>(headers);
    all.put("Host", "api.clipdesk.example");
    var context = new HashMap<String, Object>();
    context.put("requestId", UUID.randomUUID().toString());
    context.put("identity", Map.of("sourceIp", "192.0.2.1"));
    if (!claims.isEmpty()) {
      context.put("authorizer", Map.of("claims", claims));
    }
    var event = new HashMap<String, Object>();
    event.put("httpMethod", method);
    event.put("path", path);
    if (!method.equals("GET") && !method.equals("DELETE")) {
      all.putIfAbsent("Content-Type", "application/json");
      event.put("body", Json.text(body));
    }
    event.put("headers", all);
    event.put("requestContext", context);
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(Json.text(event).getBytes(StandardCharsets.UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var answer = Json.object(out.toString(StandardCharsets.UTF_8));
    if (!answer.get("statusCode").equals(status)) {
      throw new IllegalStateException(method + " " + path + " answered " + answer);
    }
    return answer;
  }

  private static String cookie(Map<String, Object> answer) {
    var text = Json.text(answer);
    int begin = text.indexOf("__Host-clipdesk-refresh=");
    return text.substring(begin, text.indexOf(';', begin));
  }

  @Override
  public void close() {
    addresses.close();
  }
}
