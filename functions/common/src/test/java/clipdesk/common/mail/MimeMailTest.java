package clipdesk.common.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MimeMailTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");

  @Test
  void saysTheSameAsTextAndAsHtmlInLettersOfEveryKind() throws Exception {
    var mail = mail("desk@clipdesk.example", "Новини, «déjà vu» 🙂");

    var read = new MimeMessage(null, new ByteArrayInputStream(mail.bytes()));

    assertThat(read.getSubject()).isEqualTo("Новини, «déjà vu» 🙂");
    assertThat(read.getHeader("To")).containsExactly("ada@press.example");
    assertThat(read.getHeader("Content-Language")).containsExactly("uk");
    assertThat(read.getHeader("Reply-To")).containsExactly("press@clipdesk.example");
    var parts = (MimeMultipart) read.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Привіт");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Привіт</p>");
  }

  @Test
  void bytesAreAsciiInLinesThatEveryServerTakes() {
    var lines = new String(mail("desk@clipdesk.example", "Новини").bytes(), UTF_8).split("\r\n");

    assertThat(lines)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
  }

  @Test
  void senderThatIsNoAddressIsNotQuotedInTheFailure() {
    assertThatIllegalStateException()
        .isThrownBy(() -> mail("desk@@clipdesk", "x").bytes())
        .satisfies(e -> assertThat(e.toString()).doesNotContain("desk").doesNotContain("ada"));
  }

  private static MimeMail mail(String from, String subject) {
    return new MimeMail(
        from,
        ADA,
        subject,
        "Привіт",
        "<p>Привіт</p>",
        Language.UK,
        Map.of("Reply-To", "press@clipdesk.example"));
  }
}
