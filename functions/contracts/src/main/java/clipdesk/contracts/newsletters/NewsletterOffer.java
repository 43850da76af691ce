package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The offer to subscribe right after an address was proven, which a browser carries from accounts
 * to newsletters: {@code o1.claims.signature}, both in base64url. The number is that of its form.
 *
 * @param verifiedAt when the address was proven, in whole seconds
 * @param expiresAt the first instant at which it is good no more, in whole seconds
 * @param id another one for each offer
 */
public record NewsletterOffer(
    String accountId, String email, Instant verifiedAt, Instant expiresAt, String id) {
  private static final Pattern FORM = Pattern.compile("(o1\\.([^.]*))\\.([^.]*)");

  public NewsletterOffer {
    requireNonNull(accountId);
    requireNonNull(email);
    verifiedAt = Instant.ofEpochSecond(verifiedAt.getEpochSecond());
    expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
    requireNonNull(id);
  }

  /**
   * The offer as it is handed out.
   *
   * @param mac a keyed hash, whose key only the two contexts have
   */
  public String token(UnaryOperator<byte[]> mac) {
    var signed = "o1." + base64(json().getBytes(StandardCharsets.UTF_8));
    return signed + "." + signature(signed, mac);
  }

  /** What is signed. */
  String json() {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", accountId);
    claims.put("email", email);
    claims.put("verifiedAt", verifiedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("jti", id);
    return Json.text(claims);
  }

  /**
   * Reads an offer that somebody has brought; whether it is still good is not asked here.
   *
   * @return empty if it is not of this form, or its signature is not that of the key
   * @throws UnreadableException if it is signed and yet says something else
   */
  public static Optional<NewsletterOffer> read(String token, UnaryOperator<byte[]> mac) {
    return Optional.of(FORM.matcher(token))
        .filter(Matcher::matches)
        .filter(parts -> same(parts.group(3), signature(parts.group(1), mac)))
        .map(parts -> claims(parts.group(2)));
  }

  private static NewsletterOffer claims(String payload) {
    var claims = Members.read(text(payload));
    return new NewsletterOffer(
        claims.text("sub"),
        claims.text("email"),
        claims.second("verifiedAt"),
        claims.second("exp"),
        claims.text("jti"));
  }

  private static String text(String payload) {
    try {
      return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("", "is not base64url");
    }
  }

  private static String signature(String signed, UnaryOperator<byte[]> mac) {
    return base64(mac.apply(signed.getBytes(StandardCharsets.UTF_8)));
  }

  /** In a time that does not tell how far they agree. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
