package clipdesk.transcript.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
  void everyLineEndEndsOneLine(String end) {
    var official = read("one" + end + end + "two" + end);

    assertThat(IntStream.range(0, 4).mapToObj(official::line))
        .containsExactly("one", "", "two", "");
    assertThat(official.text()).isEqualTo("one" + end + end + "two" + end);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00a0", "\u202f", "\u2009", "\u3000", "\ufeff", "\u200b"})
  void blanksAroundALineAreNotOfIt(String blank) {
    assertThat(read(blank + "one two" + blank + blank).line(0)).isEqualTo("one two");
  }

  @Test
  void marksOfByteOrderAreNoText() {
    assertThat(read("\ufeffвода").text()).isEqualTo("вода");
    assertThat(TextReader.read("\ufeffвода".getBytes(UTF_16LE)).text()).isEqualTo("вода");
    assertThat(TextReader.read("\ufeffвода".getBytes(UTF_16BE)).text()).isEqualTo("вода");
  }

  @Test
  void firstByteThatIsNotUtf8IsNamed() {
    assertThatThrownBy(() -> TextReader.read("un été".getBytes(ISO_8859_1)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessage("Byte 3 is not UTF-8");
  }

  @Test
  void loneSurrogateIsNoUtf16() {
    var bytes = new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 0x00, (byte) 0xd8, 'b', 0};

    assertThat(refusal(bytes)).isEqualTo("not-utf-8");
  }

  @Test
  void pageThatBeginsWithAScriptIsAPage() {
    var page = "<script>alert(1)</script><p>Good morning.</p>";

    assertThat(read(page).text()).contains("Good morning.").doesNotContain("alert");
  }

  @Test
  void textWithoutAWordIsEmpty() {
    assertThat(refusal("\r\n \u00a0\u200b\n".getBytes(UTF_8))).isEqualTo("empty");
    assertThat(refusal(new byte[0])).isEqualTo("empty");
    assertThat(refusal("<p><br></p>".getBytes(UTF_8))).isEqualTo("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7", "{\\rtf1", "a\0b", "PK\3\4", "\u00d0\u00cf\u0011\u00e0"})
  void whatIsNoTextIsOfAnUnknownForm(String start) {
    assertThatThrownBy(() -> TextReader.read(start.getBytes(ISO_8859_1)))
        .isInstanceOfSatisfying(
            RefusedInputException.class,
            refused -> assertThat(refused.code()).isIn("unknown-form", "bad-docx"));
  }

  @Test
  void linesAreTakenUpToTheirNumber() {
    var most = "a\n".repeat(OfficialText.MAX_LINES - 1);

    assertThat(read(most).lines()).hasSize(OfficialText.MAX_LINES);
    assertThatThrownBy(() -> read(most + "a\n")).isInstanceOf(UnsupportedInputException.class);
  }

  @Test
  void bytesAreTakenUpToTheirNumber() {
    var most = "a".repeat(TextReader.MAX_BYTES);

    assertThat(read(most).lines()).hasSize(1);
    assertThatThrownBy(() -> read(most + "a"))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessage("4194305 bytes, at most 4194304 are taken");
  }

  @Test
  void htmlOfAClipboardIsReadAsItLooks() {
    var html =
        """
        <html><head><title>No</title><style>p{}</style></head><body>
        <!--StartFragment--><nav>Home</nav><div><p>Ana&nbsp;<b>Sam</b>ple</p>
        <p>Good
           morning.<br>Next   line &lt;b&gt;.</p></div><script>alert(1)</script>
        <ul><li>One</li><li>Two</li></ul><p>Broken
        """;

    assertThat(read(html).text())
        .isEqualTo("Ana\u00a0Sample\n\nGood morning.\nNext line <b>.\n\nOne\nTwo\nBroken\n\n");
  }

  @Test
  void signsOfLessAndMoreMakeNoHtml() {
    assertThat(read("<5 people came>").text()).isEqualTo("<5 people came>");
    assertThat(read("a <p> b").text()).isEqualTo("a <p> b");
  }

  private static OfficialText read(String text) {
    return TextReader.read(text.getBytes(UTF_8));
  }

  private static String refusal(byte[] bytes) {
    return catchThrowableOfType(RefusedInputException.class, () -> TextReader.read(bytes)).code();
  }
}
