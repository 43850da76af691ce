package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Keyed hashes: signatures of links, and addresses as keys that do not give them away. */
public final class Keyed {
  private static final int LINK_BYTES = 16;

  private final Supplier<byte[]> key;

  public Keyed(Supplier<byte[]> key) {
    this.key = key;
  }

  /** Hex. */
  public String address(EmailAddress email) {
    return HexFormat.of().formatHex(mac("address\n" + email.text()));
  }

  /** Of the rows that are found by an address. */
  String partition(EmailAddress email) {
    return "ADDR#" + address(email);
  }

  /** {@code text.signature}, good for ever: an old mail must still work. */
  public String signed(String text) {
    return text + "." + base64(Arrays.copyOf(mac(text), LINK_BYTES));
  }

  /** Whether the last part is the signature of what stands before it. */
  public boolean genuine(String signed) {
    int dot = signed.lastIndexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            signed.getBytes(StandardCharsets.UTF_8),
            signed(signed.substring(0, dot)).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String text) {
    return HmacSha256.of(key.get(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
