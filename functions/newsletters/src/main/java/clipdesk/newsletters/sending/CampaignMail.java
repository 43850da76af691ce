package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Letters;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import clipdesk.newsletters.subscriptions.Subscriber;

/** A campaign as one recipient gets it, with the links that are theirs. */
final class CampaignMail implements MailWriter {
  private final LinkSigner links;
  private final ListMail mail;

  CampaignMail(LinkSigner links, ListMail mail) {
    this.links = links;
    this.mail = mail;
  }

  @Override
  public byte[] bytes(
      Campaign campaign, Letters letters, Subscriber subscriber, EmailAddress email) {
    var language = subscriber.language();
    var token = UnsubscribeLink.token(links, subscriber.id(), campaign.id(), campaign.topic());
    return mail.bytes(campaign, letters.in(language), language, email, token, /* mark= */ "");
  }
}
