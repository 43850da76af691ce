package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import java.time.Instant;
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

  TestMails(
      Campaigns campaigns,
      WriteLetters letters,
      LinkSigner links,
      ListMail mail,
      SingleMail single,
      SentOnce once) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.links = links;
    this.mail = mail;
    this.single = single;
    this.once = once;
  }

  /**
   * Mails a revision to its editor; all three languages make it a tested one.
   *
   * @param until after which no slot is waited for
   * @return of the first mail that did not go; those before it are not sent again
   */
  Mailed send(TestToMail message, Instant until) {
    var found = campaigns.expect(message.campaignId());
    long revision = message.revision();
    if (found.filter(it -> it.revision() == revision).isEmpty()) {
      return Mailed.DONE;
    }
    var campaign = found.get();
    var languages = message.languages();
    var to = new EmailAddress(message.to());
    var content = campaigns.content(campaign.id()).orElseThrow();
    var token = UnsubscribeLink.token(links, NOBODY, campaign.id(), campaign.topic());
    for (var tag : languages) {
      var language = Language.ofTag(tag).orElse(Language.EN);
      var letter = letters.letter(campaign, content, language);
      byte[] bytes = mail.bytes(campaign, letter, language, to, token, "[TEST] ");
      var note = new MailNote.Once(once, message.id() + "#" + tag);
      var mailed = single.send("test", to, () -> bytes, note, until);
      if (mailed != Mailed.DONE) {
        return mailed;
      }
    }
    if (Set.copyOf(languages).size() == Language.values().length) {
      campaigns.tested(campaign.id(), revision);
    }
    return Mailed.DONE;
  }
}
