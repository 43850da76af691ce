package clipdesk.accounts.notices;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MailBlocks;
import clipdesk.common.mail.MailFrame;
import clipdesk.common.mail.MimeMail;
import clipdesk.common.mail.WrittenMail;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;

/** Text and HTML in one message, by SES. */
@Singleton
final class SesNotices implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(SesNotices.class);
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final Provider<SesClient> ses;
  private final AccountsConfig config;
  private final Messages messages = new Messages(SesNotices.class, "notices");

  SesNotices(Provider<SesClient> ses, AccountsConfig config) {
    this.ses = ses;
    this.config = config;
  }

  @Override
  public void send(Notice notice, String email, Language language) {
    attempt(
        notice.key(),
        messages.text(language, notice.key() + ".text", config.webOrigin()),
        email,
        language);
  }

  @Override
  public void sendCode(String code, String email, Language language) {
    attempt("code", messages.text(language, "code.text", code), email, language);
  }

  private void attempt(String key, String text, String email, Language language) {
    try {
      mail(messages.text(language, key + ".subject"), text, email, language);
    } catch (SdkException | IllegalStateException e) {
      // Its message may hold the address.
      LOG.warn("Mail {} could not be sent: {}", key, e.getClass().getName());
    }
  }

  private void mail(String subject, String text, String email, Language language) {
    var to =
        EmailAddress.of(email).orElseThrow(() -> new IllegalStateException("Not a mail address"));
    var mail =
        new MimeMail(
            config.mailFrom(),
            config.senderName(),
            to,
            language,
            written(subject, text, language),
            Map.of("Auto-Submitted", "auto-generated"));
    var raw = SdkBytes.fromByteArray(mail.bytes());
    ses.get()
        .sendRawEmail(
            request ->
                request
                    .source(config.mailFrom())
                    .destinations(email)
                    .rawMessage(message -> message.data(raw)));
  }

  private WrittenMail written(String subject, String text, Language language) {
    var body = new MailBlocks();
    var paragraphs = text.split("\n\n", -1);
    for (var paragraph : paragraphs) {
      // Alone and large, as in the mails with Cognito's.
      if (CODE.matcher(paragraph).matches()) {
        body.code(paragraph);
      } else {
        body.says(paragraph);
      }
    }
    var footer = new MailBlocks().says(messages.text(language, "why", config.webOrigin()));
    return new MailFrame(language, config.senderName())
        .around(subject, /* preheader= */ paragraphs[0], body, footer);
  }
}
