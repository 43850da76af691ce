package clipdesk.common.mail;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * One mail, ready for SES.
 *
 * @param from an address and nothing but the address
 * @param name of the sender, in any letters, shown in place of the address
 * @param language of what is said ({@code Content-Language}, RFC 3282)
 * @param headers further headers, such as {@code Reply-To} or {@code List-Unsubscribe}, as they go
 *     over the wire
 */
public record MimeMail(
    String from,
    String name,
    EmailAddress to,
    Language language,
    WrittenMail words,
    Map<String, String> headers) {
  static {
    // Else the library looks through all jars for it, several times a mail.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private static final Session SESSION = Session.getInstance(new Properties());

  /** Of all headers together, and what parts have around them. */
  private static final int HEADERS = 4_096;

  /** RFC 5322, 2.1.1. */
  private static final int MAX_LINE = 998;

  /** Printable ASCII, folded before something that can be seen (RFC 5322, 2.2.3). */
  private static final Pattern VALUE =
      Pattern.compile("[\\x20-\\x7e]+(\\r\\n [\\x21-\\x7e][\\x20-\\x7e]*)*");

  /** What would end a header early, or is nothing to be read. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /**
   * The message of RFC 5322: multipart/alternative (RFC 2046), UTF-8, each part in the shorter of
   * quoted-printable and base64; header lines of ASCII, of at most 998 characters.
   *
   * @throws IllegalStateException without any address in its words, if an address is none or a
   *     header has what no header may have
   */
  public byte[] bytes() {
    // The mail library finds its content handlers through this loader; a pooled thread may have
    // none.
    Thread.currentThread().setContextClassLoader(MimeMail.class.getClassLoader());
    try {
      var message = new WithoutStamp();
      message.setHeader("From", named("From", name, new InternetAddress(from, true).getAddress()));
      message.setHeader("To", to.text());
      message.setHeader(
          "Subject", EncodedWords.text(readable(words.subject()), "Subject: ".length()));
      message.setHeader("Content-Language", language.tag());
      for (var header : headers.entrySet()) {
        message.setHeader(header.getKey(), checked(header.getKey(), header.getValue()));
      }
      message.setContent(
          new MimeMultipart(
              "alternative", part(words.text(), "plain"), part(words.html(), "html")));
      var bytes =
          new ByteArrayOutputStream(HEADERS + words.text().length() + words.html().length());
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      // Its own words may quote the address.
      throw new IllegalStateException("The mail to be sent cannot be written: " + e.getClass());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value of a header that names something: {@code From} (RFC 5322, 3.4) or {@code List-Id}
   * (RFC 2919, 3).
   *
   * @param words in any letters
   * @param id what stands in angle brackets
   */
  public static String named(String header, String words, String id) {
    int used = header.length() + ": ".length();
    var phrase = EncodedWords.phrase(readable(words), used);
    // A line with encoded words is a short one (RFC 2047, 2).
    return checked(header, phrase + (phrase.startsWith("\"") ? " <" : "\r\n <") + id + ">");
  }

  private static String readable(String words) {
    if (CONTROL.matcher(words).find()) {
      throw new IllegalStateException("Words of a header have a control character");
    }
    return words;
  }

  private static String checked(String header, String value) {
    boolean fits =
        LINE_END.splitAsStream(header + ": " + value).allMatch(line -> line.length() <= MAX_LINE);
    if (!fits || !VALUE.matcher(value).matches()) {
      throw new IllegalStateException("Not the value of a header: " + header);
    }
    return value;
  }

  /** Encoded here and once: the library would open its jars for each part to look for encoders. */
  private static MimeBodyPart part(String content, String subtype)
      throws MessagingException, IOException {
    var lines = content.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    var text = lines.getBytes(StandardCharsets.UTF_8);
    var quoted = quotedPrintable(text);
    var base64 = Base64.getMimeEncoder().encode(text);
    boolean isQuoted = quoted.length <= base64.length;
    var headers = new InternetHeaders();
    headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    headers.setHeader("Content-Transfer-Encoding", isQuoted ? "quoted-printable" : "base64");
    return new MimeBodyPart(headers, isQuoted ? quoted : base64);
  }

  private static byte[] quotedPrintable(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = SESSION.getStreamProvider().outputQP(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  /** SES writes both stamps itself; for one of them the library asks for the name of the host. */
  private static final class WithoutStamp extends MimeMessage {
    private WithoutStamp() {
      super(SESSION);
    }

    @Override
    protected void updateMessageID() {
      // None.
    }

    @Override
    protected void updateHeaders() throws MessagingException {
      super.updateHeaders();
      removeHeader("Date");
    }
  }
}
