package clipdesk.accounts.notices;

import static java.util.stream.Collectors.joining;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.mail.MimeMail;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
            to,
            subject,
            text,
            html(subject, text, language),
            language,
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

  /** A code stands alone and large, as in the mails with Cognito's, so that it is easy to copy. */
  private static String paragraph(String text) {
    return CODE.matcher(text).matches()
        ? "<p style=\"font:bold 2em monospace;letter-spacing:.2em\">" + text + "</p>"
        : "<p>" + text + "</p>";
  }

  private static String html(String subject, String text, Language language) {
    return "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head>"
            .formatted(language.tag(), subject)
        + "<body>"
        + Arrays.stream(text.split("\n\n", -1)).map(SesNotices::paragraph).collect(joining())
        + "</body></html>";
  }
}
