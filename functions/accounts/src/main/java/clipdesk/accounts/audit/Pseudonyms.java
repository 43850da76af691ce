package clipdesk.accounts.audit;

import clipdesk.common.digests.HmacSha256;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
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
      byte[] secret = key.text().getBytes(StandardCharsets.UTF_8);
      byte[] hash = HmacSha256.of(secret, (PREFIX + name).getBytes(StandardCharsets.UTF_8));
      return Optional.of(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (RuntimeException e) {
      LOG.error("An audit line will name nobody: {}", e.getClass().getName());
      return Optional.empty();
    }
  }
}
