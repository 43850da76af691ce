package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.mailing.Letter;
import java.util.LinkedHashMap;

/**
 * A letter of a campaign to one reader, as it goes over the wire, with the headers by which mail
 * programs know a list (RFC 2919) and let people leave it (RFC 2369, RFC 8058).
 */
public record ListMail(NewslettersConfig config) {
  /**
   * @param token the reader's own, of the pages behind links in mails
   * @param mark before the subject; empty of a mail that is no test
   */
  public byte[] bytes(
      Campaign campaign,
      Letter letter,
      Language language,
      EmailAddress to,
      String token,
      String mark) {
    var unsubscribe = config.publicBaseUrl() + "/v1/u/" + token;
    var preferences = config.publicBaseUrl() + "/v1/p/" + token;
    var headers = new LinkedHashMap<String, String>();
    headers.put("Reply-To", config.replyTo());
    headers.put("List-Unsubscribe", "<" + unsubscribe + ">" + byMail(token));
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("List-Id", MimeMail.named("List-Id", letter.topic(), listId(campaign)));
    headers.put("X-Clipdesk-Campaign", campaign.id());
    return new MimeMail(
            config.senderAddress(),
            config.senderName(),
            to,
            language,
            letter.to(unsubscribe, preferences).marked(mark),
            headers)
        .bytes();
  }

  /** In the same line: some mail programs read no further than its end. */
  private String byMail(String token) {
    return config
        .unsubscribeAddress()
        .map(it -> ", <mailto:" + it + "?subject=" + token + ">")
        .orElse("");
  }

  private String listId(Campaign campaign) {
    return campaign.topic() + "." + config.publicBaseUrl().getHost();
  }
}
