package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.EditorAddresses;
import clipdesk.newsletters.mailing.StarterMails;
import java.time.InstantSource;

/** Mails to whoever started a campaign, where they get mail now. */
final class NoticeMails {
  private final Campaigns campaigns;
  private final EditorAddresses addresses;
  private final SingleMail single;
  private final SentOnce once;
  private final StarterMails mails;
  private final NewslettersConfig config;
  private final InstantSource clock;

  NoticeMails(
      Campaigns campaigns,
      EditorAddresses addresses,
      SingleMail single,
      SentOnce once,
      NewslettersConfig config,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.addresses = addresses;
    this.single = single;
    this.once = once;
    this.mails = new StarterMails(config.senderName(), config.replyTo());
    this.config = config;
    this.clock = clock;
  }

  /**
   * Mails the news once, to nobody if they are not known any more.
   *
   * @return false if no more mails may be sent today
   */
  boolean send(NoticeToMail news) {
    var campaign = campaigns.expect(news.campaignId());
    var starter = campaign.flatMap(Campaign::startedBy).flatMap(addresses::find);
    if (starter.isEmpty()) {
      return true;
    }
    if (single.usedUp()) {
      return false;
    }
    var language = starter.get().language();
    var url = config.publicBaseUrl() + "/" + language.tag() + "/";
    var words = mails.notice(language, news, campaign.get().name(), url);
    var to = starter.get().email();
    var bytes = single.bytes(to, language, words);
    return single.once(once, news.id(), clock.instant(), "notice", to, bytes);
  }
}
