package clipdesk.newsletters.mailing;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailBlocks;
import clipdesk.common.mail.MailFrame;
import clipdesk.common.mail.WrittenMail;

/**
 * A campaign in one language, rendered once for all readers: two places are left for what is a
 * reader's own. HTML and text come from the same Markdown; markup that an editor typed is escaped.
 *
 * @param topic by the name that readers chose it by
 * @param body what the editor wrote and nothing else, as HTML for the archive
 * @param text and {@code html} with the frame and the two places
 */
public record Letter(
    String subject, String topic, String preheader, String body, String text, String html) {
  private static final String UNSUBSCRIBE = "{{unsubscribeUrl}}";
  private static final String PREFERENCES = "{{preferencesUrl}}";
  private static final Messages MAILS = new Messages(Letter.class, "mails");

  public static Letter of(
      Language language, Letterhead head, String subject, String preheader, String markdown) {
    var written = Markdown.of(markdown);
    var body = new MailBlocks().add(written.styledHtml(), written.text());
    var mail =
        new MailFrame(language, head.sender())
            .around(subject, preheader, body, footer(language, head));
    return new Letter(subject, head.topic(), preheader, written.html(), mail.text(), mail.html());
  }

  private static MailBlocks footer(Language language, Letterhead head) {
    var footer = new MailBlocks().says(MAILS.text(language, "footer.why", head.topic()));
    head.page().ifPresent(it -> footer.link(MAILS.text(language, "footer.page"), it));
    return footer
        .link(MAILS.text(language, "footer.preferences"), PREFERENCES)
        .link(MAILS.text(language, "footer.unsubscribe"), UNSUBSCRIBE)
        .says(MAILS.text(language, "footer.sender", head.sender(), head.answersTo()));
  }

  /** For one reader. */
  public WrittenMail to(String unsubscribeUrl, String preferencesUrl) {
    return new WrittenMail(
        subject,
        filled(text, unsubscribeUrl, preferencesUrl),
        filled(html, MailFrame.escaped(unsubscribeUrl), MailFrame.escaped(preferencesUrl)));
  }

  private static String filled(String form, String unsubscribeUrl, String preferencesUrl) {
    return form.replace(UNSUBSCRIBE, unsubscribeUrl).replace(PREFERENCES, preferencesUrl);
  }
}
