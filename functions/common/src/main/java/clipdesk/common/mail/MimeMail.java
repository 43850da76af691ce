package clipdesk.common.mail;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * One mail, ready for SES.
 *
 * @param text and {@code html} say the same
 * @param language of both ({@code Content-Language}, RFC 3282)
 * @param headers further headers, such as {@code Reply-To} or {@code List-Unsubscribe}
 */
public record MimeMail(
    String from,
    EmailAddress to,
    String subject,
    String text,
    String html,
    Language language,
    Map<String, String> headers) {
  private static final Session SESSION = Session.getInstance(new Properties());

  /**
   * The message of RFC 5322: multipart/alternative (RFC 2046), quoted-printable, UTF-8.
   *
   * @throws IllegalStateException without any address in its words, if an address is none
   */
  public byte[] bytes() {
    // The mail library finds its content handlers through this loader; a pooled thread may have
    // none.
    Thread.currentThread().setContextClassLoader(MimeMail.class.getClassLoader());
    try {
      var message = new MimeMessage(SESSION);
      message.setFrom(new InternetAddress(from));
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.text()));
      message.setSubject(subject, "UTF-8");
      message.setHeader("Content-Language", language.tag());
      for (var header : headers.entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
      message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      // Its own words may quote the address.
      throw new IllegalStateException("The mail to be sent cannot be written: " + e.getClass());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }
}
