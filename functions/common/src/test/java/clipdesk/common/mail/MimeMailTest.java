package clipdesk.common.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by another library than the one that wrote, and byte by byte. */
final class MimeMailTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^? ]+\\?[BQbq]\\?[^? ]*\\?=");

  @Test
  void saysTheSameAsTextAndAsHtmlInLettersOfEveryKind() throws IOException {
    var read = read(mail("Рада північних берегів", "Новини, «déjà vu» 🙂", "Привіт\n\n– Ада"));

    assertThat(read.getSubject()).isEqualTo("Новини, «déjà vu» 🙂");
    assertThat(read.getFrom().getFirst().getName()).isEqualTo("Рада північних берегів");
    assertThat(read.getFrom().getFirst().getAddress()).isEqualTo("desk@clipdesk.example");
    assertThat(values(read, "To")).containsExactly("ada@press.example");
    assertThat(values(read, "Content-Language")).containsExactly("uk");
    assertThat(values(read, "Reply-To")).containsExactly("press@clipdesk.example");
    assertThat(read.getMimeType()).isEqualTo("multipart/alternative");
    assertThat(part(read, 0)).isEqualTo("Привіт\r\n\r\n– Ада");
    assertThat(part(read, 1)).isEqualTo("<p>Привіт\r\n\r\n– Ада</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain",
        "L’été – déjà 🙂",
        "=?UTF-8?Q?looks_encoded?=",
        "a =?x",
        "quoted \"words\" and \\ and <brackets>, commas; (remarks)",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
      })
  void wordsOfEveryKindComeBackInSubjectAndName(String words) throws IOException {
    var read = read(mail(words, words, "x"));

    assertThat(read.getSubject()).isEqualTo(words);
    assertThat(String.valueOf(read.getFrom().getFirst().getName())).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Щ", "é", "x é ", "🙂", "Новини "})
  void headersAreAsciiInLinesOfTheirStandards(String repeated) throws IOException {
    var words = repeated.repeat(150).substring(0, 150);
    var mail = mail(words, words, repeated.repeat(3000));
    var bytes = mail.bytes();

    assertThat(bytes).as("7-bit (RFC 2045, 2.7)").doesNotContain(highBytes());
    for (var line : lines(bytes)) {
      assertThat(line).as("RFC 5322, 2.1.1").hasSizeLessThanOrEqualTo(998);
      var matcher = ENCODED_WORD.matcher(line);
      if (matcher.find()) {
        assertThat(line).as("RFC 2047, 2").hasSizeLessThanOrEqualTo(76);
        assertThat(matcher.group()).hasSizeLessThanOrEqualTo(75);
      }
    }
    assertThat(new String(bytes, ISO_8859_1))
        .as("no line of white space alone (RFC 5322, 3.2.2), no bare CR or LF (2.3)")
        .doesNotContain("\r\n \r\n")
        .doesNotContainPattern("(?<!\r)\n|\r(?!\n)");
    assertThat(read(mail).getSubject()).isEqualTo(words);
  }

  private static byte[] highBytes() {
    var high = new byte[128];
    for (int i = 0; i < high.length; i++) {
      high[i] = (byte) (128 + i);
    }
    return high;
  }

  @Test
  void listHasANameInAnyLettersAndItsHeadersStandOnceAndWhole() throws IOException {
    var link = "<https://clipdesk.example/v1/u/u1." + "x".repeat(300) + ">, <mailto:a@b.example>";
    var mail =
        new MimeMail(
            "desk@clipdesk.example",
            "Council",
            ADA,
            Language.UK,
            new WrittenMail("S", "T", "H"),
            Map.of(
                "List-Id",
                MimeMail.named("List-Id", "Брифінги для преси", "press.clipdesk.example"),
                "List-Unsubscribe",
                link,
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click"));
    var raw = new String(mail.bytes(), UTF_8);

    assertThat(raw.split("\r\n"))
        .as("one line: readers stop at a fold")
        .containsOnlyOnce("List-Unsubscribe: " + link)
        .containsOnlyOnce("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    assertThat(values(read(mail), "List-Id"))
        .singleElement()
        .satisfies(
            it -> assertThat(it).endsWith("<press.clipdesk.example>").startsWith("=?UTF-8?B?"));
  }

  @Test
  void stampsAreLeftToSes() throws IOException {
    var read = read(mail("Council", "S", "T"));

    for (var stamp : List.of("Message-ID", "Date", "X-SES-CONFIGURATION-SET")) {
      assertThat(values(read, stamp)).as(stamp).isEmpty();
    }
  }

  /** A text that is mostly of other letters is half as long in base64, one of ours is not. */
  @Test
  void eachPartIsInTheShorterEncoding() throws IOException {
    var latin = read(mail("C", "S", "Plain words, and déjà vu. ".repeat(100)));
    var cyrillic = mail("C", "S", "Привіт. ".repeat(1250));

    assertThat(encodings(latin)).containsOnly("quoted-printable");
    assertThat(encodings(read(cyrillic))).containsOnly("base64");
    assertThat(cyrillic.bytes()).as("10,000 characters, twice").hasSizeLessThan(55_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"desk@@clipdesk", "desk", "desk@clipdesk.example\r\nBcc: ada@press.example", ""})
  void senderThatIsNoAddressIsNotQuotedInTheFailure(String from) {
    var mail = new MimeMail(from, "C", ADA, Language.EN, new WrittenMail("S", "T", "H"), Map.of());

    assertThatIllegalStateException()
        .isThrownBy(mail::bytes)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("desk").doesNotContain("ada"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S\r\nBcc: eve@press.example", "S\n", "S\0", "\rS", "S\u007f"})
  void lineBreakNeverBecomesAHeaderOfItsOwn(String words) {
    assertThatIllegalStateException().isThrownBy(() -> mail("C", words, "T").bytes());
    assertThatIllegalStateException().isThrownBy(() -> mail(words, "S", "T").bytes());
    assertThatIllegalStateException()
        .isThrownBy(() -> MimeMail.named("List-Id", words, "a.example"));
    assertThatIllegalStateException().isThrownBy(() -> mail("List-Help", words).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Привіт", "", "x\r\n \r\n y"})
  void valueThatNoHeaderMayHaveIsRefused(String value) {
    assertThatIllegalStateException().isThrownBy(() -> mail("List-Help", value).bytes());
  }

  @Test
  void headerIsAsLongAsALineMayBe() {
    int room = 998 - "List-Help: ".length();

    assertThat(mail("List-Help", "x".repeat(room)).bytes()).isNotEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> mail("List-Help", "x".repeat(room + 1)).bytes());
  }

  private static MimeMail mail(String header, String value) {
    return new MimeMail(
        "desk@clipdesk.example",
        "C",
        ADA,
        Language.EN,
        new WrittenMail("S", "T", "H"),
        Map.of(header, value));
  }

  private static MimeMail mail(String name, String subject, String text) {
    return new MimeMail(
        "desk@clipdesk.example",
        name,
        ADA,
        Language.UK,
        new WrittenMail(subject, text, "<p>" + text + "</p>"),
        Map.of("Reply-To", "press@clipdesk.example"));
  }

  private static Message read(MimeMail mail) throws IOException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.STRICT);
    return builder.parseMessage(new ByteArrayInputStream(mail.bytes()));
  }

  private static List<String> values(Message message, String header) {
    return message.getHeader().getFields(header).stream().map(Field::getBody).toList();
  }

  private static List<String> encodings(Message message) {
    return ((Multipart) message.getBody())
        .getBodyParts().stream().map(Entity::getContentTransferEncoding).toList();
  }

  private static String part(Message message, int index) throws IOException {
    var body = (TextBody) ((Multipart) message.getBody()).getBodyParts().get(index).getBody();
    var bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toString(body.getMimeCharset());
  }

  private static List<String> lines(byte[] bytes) {
    return Arrays.asList(new String(bytes, ISO_8859_1).split("\r\n"));
  }
}
