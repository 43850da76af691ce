package clipdesk.newsletters.links;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code u1.key.subscriber.campaign.topic.signature}: stateless, and good for ever. It opens the
 * page to leave and the one of all choices.
 *
 * @param campaignId of the mail it stood in; {@code -} of one of no campaign
 * @param keyId of the key that signed it
 */
public record UnsubscribeLink(String subscriberId, String campaignId, String topic, String keyId) {
  static final String NO_CAMPAIGN = "-";
  private static final String FORM = "u1";
  private static final int PARTS = 6;

  /** Whatever stands before and after it; its signature has 16 bytes. */
  private static final Pattern TOKEN = Pattern.compile(FORM + "(\\.[^\\s.]+){4}\\.[\\w-]{22}");

  private static final Pattern FOLD = Pattern.compile("\\s+");

  /** The token that stands in a mail of a campaign to somebody. */
  public static String token(
      LinkSigner signer, String subscriberId, String campaignId, String topic) {
    return signer.signed(FORM, String.join(".", subscriberId, campaignId, topic));
  }

  /** The token that stands in a mail of no campaign. */
  public static String token(LinkSigner signer, String subscriberId, String topic) {
    return token(signer, subscriberId, NO_CAMPAIGN, topic);
  }

  /** Empty if it is malformed or not signed by us. */
  public static Optional<UnsubscribeLink> parse(LinkSigner signer, String token) {
    var parts = token.split("\\.", -1);
    return parts.length == PARTS && parts[0].equals(FORM) && signer.genuine(token)
        ? Optional.of(new UnsubscribeLink(parts[2], parts[3], parts[4], parts[1]))
        : Optional.empty();
  }

  /** Those in a line that a mail program may have folded. */
  static List<UnsubscribeLink> in(LinkSigner signer, String line) {
    var links = found(signer, line);
    return links.isEmpty() ? found(signer, FOLD.matcher(line).replaceAll("")) : links;
  }

  private static List<UnsubscribeLink> found(LinkSigner signer, String line) {
    return TOKEN
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .flatMap(it -> parse(signer, it).stream())
        .toList();
  }

  /** What a consent record says of an act by this link. */
  String proof() {
    return "token:" + keyId;
  }

  Optional<String> campaign() {
    return Optional.of(campaignId).filter(it -> !it.equals(NO_CAMPAIGN));
  }
}
