package clipdesk.accounts.ids;

import java.security.SecureRandom;
import java.util.Base64;

/** What of an id is drawn, so that nobody guesses it: 128 bits in 22 characters of base64url. */
public final class RandomId {
  private static final int BYTES = 16;

  private RandomId() {}

  public static String next(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
