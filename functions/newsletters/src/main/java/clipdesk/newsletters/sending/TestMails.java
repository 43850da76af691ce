package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaigns;
import java.util.Set;

/** Test sends of campaigns. */
final class TestMails {
  private final Campaigns campaigns;
  private final SingleMail single;
  private final NewslettersConfig config;

  TestMails(Campaigns campaigns, SingleMail single, NewslettersConfig config) {
    this.campaigns = campaigns;
    this.single = single;
    this.config = config;
  }

  /**
   * Mails a revision to its editor; all three languages make it a tested one.
   *
   * @return false if no more mails may be sent today
   */
  boolean send(TestToMail message) {
    var campaign = campaigns.expect(message.campaignId());
    long revision = message.revision();
    if (campaign.filter(it -> it.revision() == revision).isEmpty()) {
      return true;
    }
    var languages = message.languages();
    var to = new EmailAddress(message.to());
    if (single.usedUp()) {
      return false;
    }
    var content = campaigns.content(message.campaignId()).orElseThrow();
    for (var tag : languages) {
      var language = Language.ofTag(tag).orElse(Language.EN);
      var letter = content.letter(language).withLink(config.webOrigin());
      if (!single.settled(single.send("test", letter, "[TEST] ", to, language))) {
        return false;
      }
    }
    if (Set.copyOf(languages).size() == Language.values().length) {
      campaigns.tested(campaign.get().id(), revision);
    }
    return true;
  }
}
