package clipdesk.accounts.signin;

import clipdesk.accounts.sessions.SessionId;
import clipdesk.common.identity.Secret;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser holds of a session, in a cookie that no script and no other site can use. */
record HeldSession(SessionId id, Secret refreshToken) {
  private static final String COOKIE = "__Host-clipdesk-refresh";
  private static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=";
  private static final String SEPARATOR = "~";

  /** For {@code Set-Cookie}: takes the cookie away. */
  static final String NONE = COOKIE + "=" + ATTRIBUTES + "0";

  /**
   * @param cookies the value of the header {@code Cookie}
   */
  static Optional<HeldSession> in(String cookies) {
    return Arrays.stream(cookies.split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1).split(SEPARATOR, 2))
        .flatMap(HeldSession::of)
        .findFirst();
  }

  private static Stream<HeldSession> of(String[] parts) {
    return parts.length < 2 || parts[1].isEmpty()
        ? Stream.empty()
        : SessionId.of(parts[0]).map(id -> new HeldSession(id, new Secret(parts[1]))).stream();
  }

  /** For {@code Set-Cookie}. */
  String cookie(long maxAgeSeconds) {
    return COOKIE + "=" + id.text() + SEPARATOR + refreshToken.text() + ATTRIBUTES + maxAgeSeconds;
  }
}
