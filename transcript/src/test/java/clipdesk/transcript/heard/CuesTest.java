package clipdesk.transcript.heard;

import static clipdesk.transcript.heard.ReadWords.dump;
import static clipdesk.transcript.heard.ReadWords.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words out of captions, whose cues alone have times. */
final class CuesTest {
  @Test
  void webvttIsReadAsFilesCome() {
    var vtt =
        "\ufeffWEBVTT - made elsewhere\r\n"
            + "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\r\n\r\n"
            + "STYLE\r\n"
            + "::cue { color: red }\r\n\r\n"
            + "NOTE not --> this\r\n\r\n"
            + "1\r\n"
            + "00:01.000 --> 00:02.000 align:start\r\n"
            + "<v Ana Sample>Tom &amp; <i>I</i></v>\r\n\r\n"
            + "00:00:02.000 --> 00:00:04.000\r\n"
            + "<00:00:02.500><c>go</c><00:00:03.000><c> on</c>\r\n";

    assertThat(dump(read(vtt)))
        .isEqualTo("Tom 1000-1750 | I 1750-2000 | go 2500-3000 | on 3000-4000");
    assertThat(read(vtt).words().getFirst().speaker()).hasValue("Ana Sample");
  }

  @Test
  void captionsThatRollAreSpokenOnce() {
    var vtt =
        "WEBVTT\n\n"
            + "00:01.000 --> 00:02.000\n"
            + "ab\n\n"
            + "00:02.000 --> 00:03.000\n"
            + "ab\n"
            + "cd\n\n"
            + "00:03.000 --> 00:04.000\n"
            + "cd\n";

    assertThat(dump(read(vtt))).isEqualTo("ab 1000-2000 | cd 2000-3000");
  }

  @Test
  void srtWithoutBlankLinesIsRead() {
    var srt = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}ab\n2\n00:00:02,000 --> 00:00:03,000\ncd\n";

    assertThat(read(srt).form()).isEqualTo(Heard.Form.SRT);
    assertThat(dump(read(srt))).isEqualTo("ab 1000-2000 | cd 2000-3000");
  }

  @Test
  void ttmlCountsFramesTicksAndFromTenHours() {
    var ttml =
        """
        <?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
         ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"><body><div begin="10:00:00:00">
        <p begin="00:00:01:12" end="2s">ab<br/>cd</p><p begin="2500ms" dur="0.5s">ef</p></div></body></tt>
        """;

    assertThat(dump(read(ttml))).isEqualTo("ab 1400-1700 | cd 1700-2000 | ef 2500-3000");
  }
}
