package clipdesk.common.digests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of a text in UTF-8. */
public final class Sha256 {
  private static final int BYTES = 32;

  private Sha256() {}

  /** 32 bytes. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** 32 bytes. */
  public static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  /** 64 lower-case hexadecimal digits. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** 64 lower-case hexadecimal digits. */
  public static String hex(String text) {
    return hex(text, BYTES);
  }

  /**
   * Two lower-case hexadecimal digits for each of the first bytes.
   *
   * @param bytes 1 to 32; the fewer, the sooner two texts share a hash
   */
  public static String hex(String text, int bytes) {
    return HexFormat.of().formatHex(of(text), 0, bytes);
  }
}
