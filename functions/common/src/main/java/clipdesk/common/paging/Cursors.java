package clipdesk.common.paging;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes cursors and takes them back: only our own, only for the same list, for 24 hours. */
public final class Cursors {
  static final Duration LIFE = Duration.ofHours(24);
  private static final int MAX_LENGTH = 1024;
  private static final int MAC_BYTES = 16;
  private static final String MADE_AT = " at";

  private final Supplier<byte[]> key;
  private final InstantSource clock;

  public Cursors(Supplier<byte[]> key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * @param scope path and filters of the list; a cursor is good for the same scope alone
   * @param lastKey the last key of the page, as texts
   */
  public String encode(String scope, Map<String, String> lastKey) {
    var members = new TreeMap<String, Object>(lastKey);
    members.put(MADE_AT, clock.instant().getEpochSecond());
    byte[] body = Json.text(members).getBytes(StandardCharsets.UTF_8);
    return base64(mac(scope, body)) + "." + base64(body);
  }

  /**
   * @throws ProblemException {@code bad-request} if the cursor was not made here, for this scope,
   *     within the last 24 hours
   */
  public Map<String, String> decode(String scope, String cursor) {
    try {
      return decoded(scope, cursor);
    } catch (IllegalArgumentException | MalformedJsonException e) {
      throw refused();
    }
  }

  private Map<String, String> decoded(String scope, String cursor) {
    int dot = cursor.indexOf('.');
    if (dot < 0 || cursor.length() > MAX_LENGTH) {
      throw refused();
    }
    byte[] body = Base64.getUrlDecoder().decode(cursor.substring(dot + 1));
    byte[] mac = Base64.getUrlDecoder().decode(cursor.substring(0, dot));
    if (!MessageDigest.isEqual(mac, mac(scope, body))) {
      throw refused();
    }
    var members = Json.object(new String(body, StandardCharsets.UTF_8));
    var madeAt = Instant.ofEpochSecond(((Number) members.remove(MADE_AT)).longValue());
    if (!clock.instant().isBefore(madeAt.plus(LIFE))) {
      throw refused();
    }
    var lastKey = new TreeMap<String, String>();
    members.forEach((name, value) -> lastKey.put(name, String.valueOf(value)));
    return lastKey;
  }

  private byte[] mac(String scope, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
      mac.update("cursor\n".getBytes(StandardCharsets.UTF_8));
      mac.update(scope.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '\n');
      return java.util.Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is in every Java platform", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ProblemException refused() {
    return new ProblemException(ProblemType.BAD_REQUEST, "The cursor is not valid for this list");
  }
}
