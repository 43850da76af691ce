package clipdesk.cutter.io;

import java.util.Optional;

/**
 * A published clip as its store describes it.
 *
 * @param parts how many parts it was made of, at least 1
 * @param etag empty where the store has none
 * @param checksum of the whole file, where the store computes one
 */
public record StoredClip(
    long sizeBytes, int parts, Optional<String> etag, Optional<Checksum> checksum) {

  /**
   * @param algorithm {@code CRC32}, {@code SHA256}
   * @param value as the store writes it
   */
  public record Checksum(String algorithm, String value) {}
}
