package clipdesk.accounts.sessions;

import clipdesk.accounts.directory.SessionKey;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.identity.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Cookies {@code id~refresh token~seal} that no script and no other site can use. Owners see the
 * ids of their sessions, so an id counts only with a token that was given out for it: the seal is a
 * keyed hash over both.
 */
@Singleton
public final class SessionCookies {
  private static final String NAME = "__Host-clipdesk-refresh";
  private static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=";
  private static final String SEPARATOR = "~";

  /** Keeps these hashes apart from all others under the same secret. */
  private static final String PREFIX = "session:";

  /** For {@code Set-Cookie}: takes the cookie away. */
  public static final String NONE = NAME + "=" + ATTRIBUTES + "0";

  private final SessionKey key;

  SessionCookies(SessionKey key) {
    this.key = key;
  }

  /**
   * The first cookie of ours that is whole; empty for one that was made up or put together.
   *
   * @param cookies the value of the header {@code Cookie}
   */
  public Optional<SessionCookie> in(String cookies) {
    return Arrays.stream(cookies.split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.startsWith(NAME + "="))
        .map(pair -> pair.substring(NAME.length() + 1).split(SEPARATOR, -1))
        .flatMap(parts -> read(parts).stream())
        .findFirst();
  }

  /** For {@code Set-Cookie}: as long as a session may live. */
  public String set(SessionCookie cookie) {
    var parts = cookie.id().text() + SEPARATOR + cookie.refreshToken().text();
    return NAME + "=" + parts + SEPARATOR + seal(parts) + ATTRIBUTES + Session.LIFE.toSeconds();
  }

  private Optional<SessionCookie> read(String[] parts) {
    if (parts.length != 3) {
      return Optional.empty();
    }
    return SessionId.of(parts[0])
        .filter(_ -> sealed(parts))
        .map(id -> new SessionCookie(id, new Secret(parts[1])));
  }

  private boolean sealed(String[] parts) {
    byte[] right = bytes(seal(parts[0] + SEPARATOR + parts[1]));
    return MessageDigest.isEqual(right, bytes(parts[2]));
  }

  private String seal(String parts) {
    byte[] hash = HmacSha256.of(key.bytes(), bytes(PREFIX + parts));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
