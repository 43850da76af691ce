package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.mail.MimeMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Letters;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.util.LinkedHashMap;

/** A campaign as one recipient gets it, with the links that are theirs. */
final class CampaignMail implements MailWriter {
  private final LinkSigner links;
  private final NewslettersConfig config;

  CampaignMail(LinkSigner links, NewslettersConfig config) {
    this.links = links;
    this.config = config;
  }

  @Override
  public byte[] bytes(
      Campaign campaign, Letters letters, Subscriber subscriber, EmailAddress email) {
    var token = UnsubscribeLink.token(links, subscriber.id(), campaign.id(), campaign.topic());
    var url = config.publicBaseUrl() + "/v1/u/" + token;
    var letter = letters.in(subscriber.language()).withLink(url);
    var headers = new LinkedHashMap<String, String>();
    headers.put("Reply-To", config.replyTo());
    headers.put("List-Unsubscribe", "<" + url + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("List-Id", "<" + campaign.topic() + "." + config.publicBaseUrl().getHost() + ">");
    headers.put("X-Clipdesk-Campaign", campaign.id());
    return new MimeMail(
            config.senderAddress(),
            email,
            letter.subject(),
            letter.text(),
            letter.html(),
            subscriber.language(),
            headers)
        .bytes();
  }
}
