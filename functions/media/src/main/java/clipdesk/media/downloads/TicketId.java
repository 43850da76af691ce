package clipdesk.media.downloads;

import clipdesk.common.digests.HmacSha256;
import clipdesk.common.digests.Sha256;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret of a ticket; the table knows only its hash. */
record TicketId(String text) {
  private static final Pattern FORM = Pattern.compile("dt_[A-Za-z0-9_-]{43}");
  private static final int REF_LENGTH = 16;

  /**
   * @throws ProblemException {@code not-found} if it is malformed
   */
  TicketId {
    if (!FORM.matcher(text).matches()) {
      throw noSuchTicket();
    }
  }

  /** Made from who asked and the key of the request, so that a replay gives the same ticket. */
  static TicketId of(byte[] key, String accountId, String idempotencyKey) {
    byte[] message = (accountId + "\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8);
    byte[] bits = HmacSha256.of(key, message);
    return new TicketId("dt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  String hash() {
    return Sha256.hex(text);
  }

  String ref() {
    return hash().substring(0, REF_LENGTH);
  }

  static ProblemException noSuchTicket() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such ticket");
  }

  @Override
  public String toString() {
    return "dt_***";
  }
}
