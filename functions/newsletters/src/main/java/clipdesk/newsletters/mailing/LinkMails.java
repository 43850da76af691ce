package clipdesk.newsletters.mailing;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailBlocks;
import clipdesk.common.mail.MailFrame;
import clipdesk.common.mail.WrittenMail;

/**
 * Mails to one person with one link, which leads to a page.
 *
 * @param sender who sends it, as readers know them
 * @param answersTo where their answers go
 */
public record LinkMails(String sender, String answersTo) {
  private static final Messages MAILS = new Messages(LinkMails.class, "mails");

  /**
   * That somebody asked for newsletters.
   *
   * @param topics by the names that people know
   * @param asked when, in words
   */
  public WrittenMail confirmation(Language language, String url, String topics, String asked) {
    return mail(language, "confirm", url, sender, topics, asked);
  }

  /** That somebody has everything already. */
  public WrittenMail subscribed(Language language, String url) {
    return mail(language, "subscribed", url, sender);
  }

  /** The link by which somebody is forgotten. */
  public WrittenMail erasure(Language language, String url) {
    return mail(language, "erase", url, sender);
  }

  private WrittenMail mail(Language language, String key, String url, Object... words) {
    var said = MAILS.text(language, key + ".text", words);
    var body =
        new MailBlocks()
            .says(said)
            .button(MAILS.text(language, key + ".button"), url)
            .aside(MAILS.text(language, key + ".otherwise"));
    var footer = new MailBlocks().says(MAILS.text(language, "footer.sender", sender, answersTo));
    return new MailFrame(language, sender)
        .around(MAILS.text(language, key + ".subject"), firstOf(said), body, footer);
  }

  private static String firstOf(String paragraphs) {
    return paragraphs.split("\n\n", 2)[0];
  }
}
