package clipdesk.newsletters.links;

import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;

/**
 * A mail to the address of {@code List-Unsubscribe} (RFC 2369, 3.2): whoever's token stands in its
 * subject leaves that list, whoever wrote it and whatever else it says.
 */
public final class LeaveByMail {
  private final LinkSigner signer;
  private final Preferences preferences;

  public LeaveByMail(
      LinkSigner signer,
      Subscribers subscribers,
      Topics topics,
      TakeWord takeWord,
      InstantSource clock) {
    this.signer = signer;
    this.preferences = new Preferences(subscribers, topics, takeWord, clock);
  }

  /**
   * @param subject as it came
   * @return whether it has a token of ours
   */
  public boolean leave(String subject) {
    var links = UnsubscribeLink.in(signer, decoded(subject));
    links.forEach(it -> preferences.unsubscribe(it, "mailto"));
    return !links.isEmpty();
  }

  /** Of RFC 2047: some programs encode what needs it not. */
  private static String decoded(String subject) {
    try {
      return MimeUtility.decodeText(subject);
    } catch (UnsupportedEncodingException e) {
      return subject;
    }
  }
}
