package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Test sends of campaigns: the mail as everybody will get it, but for a mark in its subject. */
final class TestMails {
  /** Nobody: the links show a page and change nothing. */
  private static final String NOBODY = new UUID(0, 0).toString();

  private final Campaigns campaigns;
  private final WriteLetters letters;
  private final LinkSigner links;
  private final ListMail mail;
  private final SingleMail single;
  private final SentOnce once;
  private final InstantSource clock;

  TestMails(
      Campaigns campaigns,
      WriteLetters letters,
      LinkSigner links,
      ListMail mail,
      SingleMail single,
      SentOnce once,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.links = links;
    this.mail = mail;
    this.single = single;
    this.once = once;
    this.clock = clock;
  }

  /**
   * Mails a revision to its editor; all three languages make it a tested one.
   *
   * @return false if no more mails may be sent today
   */
  boolean send(TestToMail message) {
    var found = campaigns.expect(message.campaignId());
    long revision = message.revision();
    if (found.filter(it -> it.revision() == revision).isEmpty()) {
      return true;
    }
    var campaign = found.get();
    var languages = message.languages();
    var to = new EmailAddress(message.to());
    if (single.usedUp()) {
      return false;
    }
    var content = campaigns.content(campaign.id()).orElseThrow();
    var token = UnsubscribeLink.token(links, NOBODY, campaign.id(), campaign.topic());
    for (var tag : languages) {
      var language = Language.ofTag(tag).orElse(Language.EN);
      var letter = letters.letter(campaign, content, language);
      byte[] bytes = mail.bytes(campaign, letter, language, to, token, "[TEST] ");
      if (!single.once(once, message.id() + "#" + tag, clock.instant(), "test", to, bytes)) {
        return false;
      }
    }
    if (Set.copyOf(languages).size() == Language.values().length) {
      campaigns.tested(campaign.id(), revision);
    }
    return true;
  }
}
