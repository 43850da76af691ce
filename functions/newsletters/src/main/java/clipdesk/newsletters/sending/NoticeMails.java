package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.EditorAddresses;
import clipdesk.newsletters.mailing.StarterMails;
import java.time.Instant;

/** Mails to whoever started a campaign, where they get mail now. */
final class NoticeMails {
  private final Campaigns campaigns;
  private final EditorAddresses addresses;
  private final SingleMail single;
  private final SentOnce once;
  private final StarterMails mails;
  private final NewslettersConfig config;

  NoticeMails(
      Campaigns campaigns,
      EditorAddresses addresses,
      SingleMail single,
      SentOnce once,
      NewslettersConfig config) {
    this.campaigns = campaigns;
    this.addresses = addresses;
    this.single = single;
    this.once = once;
    this.mails = new StarterMails(config.senderName(), config.replyTo());
    this.config = config;
  }

  /**
   * Mails the news once, to nobody if they are not known any more.
   *
   * @param until after which no slot is waited for
   */
  Mailed send(NoticeToMail news, Instant until) {
    var campaign = campaigns.expect(news.campaignId());
    var starter = campaign.flatMap(Campaign::startedBy).flatMap(addresses::find);
    if (starter.isEmpty()) {
      return Mailed.DONE;
    }
    var language = starter.get().language();
    var url = config.publicBaseUrl() + "/" + language.tag() + "/";
    var words = mails.notice(language, news, campaign.get().name(), url);
    var to = starter.get().email();
    var note = new MailNote.Once(once, news.id());
    return single.send("notice", to, () -> single.bytes(to, language, words), note, until);
  }
}
