package clipdesk.newsletters.mailing;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailBlocks;
import clipdesk.common.mail.MailFrame;
import clipdesk.common.mail.WrittenMail;
import clipdesk.contracts.newsletters.NoticeToMail;

/**
 * What whoever started a campaign is told of it.
 *
 * @param sender who sends it, as readers know them
 * @param answersTo where their answers go
 */
public record StarterMails(String sender, String answersTo) {
  private static final Messages MAILS = new Messages(StarterMails.class, "notices");

  /**
   * @param campaign by its name
   * @param url of the portal
   */
  public WrittenMail notice(Language language, NoticeToMail news, String campaign, String url) {
    var key = news.what().text();
    var reason =
        news.reason().isEmpty() || !MAILS.keys().contains("reason." + news.reason())
            ? news.reason()
            : MAILS.text(language, "reason." + news.reason());
    var said = MAILS.text(language, key + ".text", campaign, reason, news.parked());
    var figures =
        MAILS.text(language, "figures", news.sent(), news.failed(), news.skipped(), news.parked());
    var body =
        new MailBlocks()
            .says(said)
            .says(figures)
            .button(MAILS.text(language, "button"), url)
            .aside(MAILS.text(language, "why"));
    var footer = new MailBlocks().says(MAILS.text(language, "footer", sender, answersTo));
    return new MailFrame(language, sender)
        .around(MAILS.text(language, key + ".subject", campaign), said, body, footer);
  }
}
