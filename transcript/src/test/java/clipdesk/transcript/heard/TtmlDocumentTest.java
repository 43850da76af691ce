package clipdesk.transcript.heard;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.heard.TtmlDocument.Paragraph;
import org.junit.jupiter.api.Test;

final class TtmlDocumentTest {
  private static final String TEN_HOURS =
      "<tt><body begin='1s'><p begin='10:00:00.500' end='36001s'>Good<br/>morning.</p></body></tt>";

  /** Of a whole programme they are counted from ten o'clock on. */
  @Test
  void timesOfAPieceCountAsTheyStand() {
    var expected = new Paragraph(36_001.5, 36_002, "Good\nmorning.");

    assertThat(TtmlDocument.read(TEN_HOURS.getBytes(UTF_8))).containsExactly(expected);
    assertThat(TtmlDocument.read(TEN_HOURS.getBytes(UTF_16))).containsExactly(expected);
  }

  @Test
  void documentWithoutParagraphsSaysNothing() {
    assertThat(TtmlDocument.read("<tt><body/></tt>".getBytes(UTF_8))).isEmpty();
  }
}
