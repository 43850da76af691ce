package clipdesk.newsletters.links;

import clipdesk.common.digests.KeyRing;
import clipdesk.common.digests.RotatingKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs what links in mails carry, with the newest key and its name; takes what any key of the ring
 * has signed. A key leaves the ring when nobody is to press its links any more.
 */
public final class LinkSigner {
  private static final int BYTES = 16;

  private final RotatingKeys keys;

  public LinkSigner(RotatingKeys keys) {
    this.keys = keys;
  }

  /**
   * @param form what kind of link it is
   * @param rest without a dot at its ends
   * @return {@code form.key.rest.signature}
   */
  public String signed(String form, String rest) {
    var key = keys.ring().newest();
    var text = form + "." + key.id() + "." + rest;
    return text + "." + signature(key, text);
  }

  /** Whether the last part is what the key that the second one names makes of the others. */
  public boolean genuine(String signed) {
    int dot = signed.lastIndexOf('.');
    var parts = signed.split("\\.", 3);
    return parts.length == 3
        && dot > 0
        && keys.find(parts[1])
            .filter(
                key -> same(signature(key, signed.substring(0, dot)), signed.substring(dot + 1)))
            .isPresent();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(KeyRing.Key key, String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(key.mac(text), BYTES));
  }
}
