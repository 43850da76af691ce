package clipdesk.accounts.notices;

import static java.util.stream.Collectors.joining;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
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
  private final Session session = Session.getInstance(new Properties());

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
    var raw = SdkBytes.fromByteArray(mime(subject, text, email, language));
    ses.get()
        .sendRawEmail(
            request ->
                request
                    .source(config.mailFrom())
                    .destinations(email)
                    .rawMessage(message -> message.data(raw)));
  }

  private byte[] mime(String subject, String text, String email, Language language) {
    // The mail library finds its content handlers through this loader; a pooled thread may have
    // none.
    Thread.currentThread().setContextClassLoader(SesNotices.class.getClassLoader());
    try {
      var message = new MimeMessage(session);
      message.setFrom(new InternetAddress(config.mailFrom()));
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(email));
      message.setSubject(subject, "UTF-8");
      message.setHeader("Content-Language", language.tag());
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setContent(
          new MimeMultipart("alternative", plain(text), html(subject, text, language)));
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("The notice cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A code stands alone and large, as in the mails with Cognito's, so that it is easy to copy. */
  private static String paragraph(String text) {
    return CODE.matcher(text).matches()
        ? "<p style=\"font:bold 2em monospace;letter-spacing:.2em\">" + text + "</p>"
        : "<p>" + text + "</p>";
  }

  private static MimeBodyPart plain(String text) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8");
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart html(String subject, String text, Language language)
      throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(
        "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head>"
                .formatted(language.tag(), subject)
            + "<body>"
            + Arrays.stream(text.split("\n\n", -1)).map(SesNotices::paragraph).collect(joining())
            + "</body></html>",
        "UTF-8",
        "html");
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }
}
