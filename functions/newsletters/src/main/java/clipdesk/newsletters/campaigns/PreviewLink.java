package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.links.LinkSigner;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code w1.key.campaign.revision.end.signature}: shows one revision to whoever has the link.
 *
 * @param end when it is good no more
 */
record PreviewLink(String campaignId, long revision, Instant end) {
  /** So long after it was made it is good. */
  static final Duration LIFE = Duration.ofHours(24);

  private static final String FORM = "w1";
  private static final int PARTS = 6;

  String token(LinkSigner signer) {
    return signer.signed(FORM, campaignId + "." + revision + "." + end.getEpochSecond());
  }

  /** Empty if it is malformed or not signed by us; it may have ended. */
  static Optional<PreviewLink> parse(LinkSigner signer, String token) {
    var parts = token.split("\\.", -1);
    return parts.length == PARTS && parts[0].equals(FORM) && signer.genuine(token)
        ? signed(parts)
        : Optional.empty();
  }

  private static Optional<PreviewLink> signed(String[] parts) {
    try {
      var end = Instant.ofEpochSecond(Long.parseLong(parts[4]));
      return Optional.of(new PreviewLink(parts[2], Long.parseLong(parts[3]), end));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
