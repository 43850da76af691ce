package clipdesk.accounts.mail;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailBlocks;
import clipdesk.common.mail.MailFrame;
import clipdesk.common.mail.WrittenMail;

/**
 * The mail with a code: the code stands alone and large, so that it is easy to read and to copy,
 * and its life is said. Nothing a user typed is in it, and no link.
 */
final class CodeMail {
  private final Messages messages = new Messages(CodeMail.class, "codes");
  private final String sender;

  CodeMail(String sender) {
    this.sender = sender;
  }

  /** What the code is for. */
  enum Purpose {
    SIGN_UP("sign-up"),
    RESET("reset");

    private final String key;

    Purpose(String key) {
      this.key = key;
    }
  }

  /** With Cognito's placeholder where the code goes. */
  WrittenMail write(Purpose purpose, Language language, String placeholder) {
    var life = messages.text(language, "life");
    var body =
        new MailBlocks()
            .says(messages.text(language, purpose.key + ".intro"))
            .code(placeholder)
            .says(life)
            .aside(messages.text(language, "ignore"));
    var footer = new MailBlocks().says(messages.text(language, "why"));
    return new MailFrame(language, sender)
        .around(messages.text(language, purpose.key + ".subject"), life, body, footer);
  }
}
