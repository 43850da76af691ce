package clipdesk.newsletters.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code e1.key.subscriber.end.signature}: mailed to who asked to be forgotten, because a link of a
 * newsletter may have been forwarded.
 *
 * @param end when it is good no more
 */
public record ErasureLink(String subscriberId, Instant end, String keyId) {
  /** So long after it was asked for it may be pressed. */
  public static final Duration LIFE = Duration.ofDays(1);

  private static final String FORM = "e1";
  private static final int PARTS = 5;

  public static String token(LinkSigner signer, String subscriberId, Instant end) {
    return signer.signed(FORM, subscriberId + "." + end.getEpochSecond());
  }

  static boolean looksLike(String token) {
    return token.startsWith(FORM + ".");
  }

  /** Empty if it is malformed or not signed by us; it may have ended. */
  static Optional<ErasureLink> parse(LinkSigner signer, String token) {
    var parts = token.split("\\.", -1);
    return parts.length == PARTS && looksLike(token) && signer.genuine(token)
        ? Optional.of(
            new ErasureLink(parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3])), parts[1]))
        : Optional.empty();
  }
}
