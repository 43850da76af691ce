package clipdesk.accounts.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One name for one person or network, without telling which: HMAC-SHA-256 under a secret, so that
 * nobody with the lines alone can try an address. docs/operations.md says how an operator computes
 * one.
 */
@Singleton
final class Pseudonyms {
  private static final Logger LOG = LoggerFactory.getLogger(Pseudonyms.class);

  /** 96 bits: no two people share them by chance, and they are not the whole hash. */
  private static final int BYTES = 12;

  /** Keeps these hashes apart from Cognito's {@code SECRET_HASH} under the same secret. */
  private static final String PREFIX = "audit:";

  private final PseudonymKey key;

  Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** Whether {@link #of} would not have to fetch the secret first. */
  boolean ready() {
    return key.fetched();
  }

  /** 24 hexadecimal digits; empty if the secret cannot be fetched, which must stop nothing. */
  Optional<String> of(String name) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var hash = mac.doFinal((PREFIX + name).getBytes(StandardCharsets.UTF_8));
      return Optional.of(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is in every Java platform", e);
    } catch (RuntimeException e) {
      LOG.error("An audit line will name nobody: {}", e.getClass().getName());
      return Optional.empty();
    }
  }
}
