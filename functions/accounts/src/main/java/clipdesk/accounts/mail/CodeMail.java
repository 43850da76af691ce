package clipdesk.accounts.mail;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;

/**
 * The mail with a code: the code stands alone and large, so that it is easy to read and to copy,
 * and its life is said. Nothing a user typed is in it, and no link.
 */
final class CodeMail {
  private final Messages messages = new Messages(CodeMail.class, "codes");

  /** What the code is for. */
  enum Purpose {
    SIGN_UP("sign-up"),
    RESET("reset");

    private final String key;

    Purpose(String key) {
      this.key = key;
    }
  }

  /** Subject and HTML, with Cognito's placeholder where the code goes. */
  record Mail(String subject, String html) {}

  Mail write(Purpose purpose, Language language, String placeholder) {
    var subject = messages.text(language, purpose.key + ".subject");
    var html =
        """
        <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>%s</title></head><body>\
        <p>%s</p><p style="font:bold 2em monospace;letter-spacing:.2em">%s</p><p>%s</p><p>%s</p>\
        </body></html>\
        """
            .formatted(
                language.tag(),
                subject,
                messages.text(language, purpose.key + ".intro"),
                placeholder,
                messages.text(language, "life"),
                messages.text(language, "ignore"));
    return new Mail(subject, html);
  }
}
