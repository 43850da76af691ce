package clipdesk.newsletters.subscriptions;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;

/** {@code u1.k1.subscriber.campaign.topic.signature}: stateless, and good for ever. */
public record UnsubscribeLink(String subscriberId, String campaignId, String topic) {
  private static final int PARTS = 6;

  /** The token of this link. */
  public String token(Keyed keyed) {
    return keyed.signed(String.join(".", "u1", "k1", subscriberId, campaignId, topic));
  }

  /**
   * @throws ProblemException {@code not-found} if it is malformed or not signed by us
   */
  static UnsubscribeLink parse(Keyed keyed, String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != PARTS || !parts[0].equals("u1") || !keyed.genuine(token)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such link");
    }
    return new UnsubscribeLink(parts[2], parts[3], parts[4]);
  }
}
