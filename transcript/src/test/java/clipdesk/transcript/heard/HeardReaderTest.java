package clipdesk.transcript.heard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.transcript.refusals.Fault;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.RefusedInputException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeardReaderTest {
  private static final int DURATION = 60_000;

  private static final String TRANSCRIBE =
      """
      {"jobName":"j","status":"COMPLETED","results":{"transcripts":[{"transcript":"Good morning."}],
       "speaker_labels":{"segments":[]},"audio_segments":[{"id":0,"items":[0,1]}],
       "items":[
        {"id":0,"type":"pronunciation","start_time":"0.04","end_time":"0.41","speaker_label":"spk_0",
         "alternatives":[{"confidence":"0.998","content":"Good"}]},
        {"id":1,"type":"pronunciation","start_time":"0.41","end_time":"0.9",
         "alternatives":[{"confidence":"0.9","content":"morning"}]},
        {"id":2,"type":"punctuation","alternatives":[{"confidence":"0.0","content":"."}]}]}}
      """;

  @Test
  void numbersOfAmazonTranscribeAreStringsAndPunctuationHasNoTime() {
    var heard = read(TRANSCRIBE);

    assertThat(heard.form()).isEqualTo(Heard.Form.TRANSCRIBE);
    assertThat(dump(heard)).isEqualTo("Good 40-410 | morning 410-900");
    assertThat(heard.words().getFirst().confidence()).hasValue(0.998);
    assertThat(heard.words().getFirst().speaker()).hasValue("spk_0");
  }

  /** m-bain/whisperX#559 and #419: figures without times, times that go back. */
  @Test
  void wordsOfWhisperWithoutTimesAreLeftOutAndTheOthersSorted() {
    var json =
        """
        {"segments":[{"words":[{"word":" In","start":1.0,"end":1.2,"probability":0.9},{"word":" 2026,"},
         {"word":" we","start":0.5,"end":0.7,"score":0.8},{"word":" l 'OTAN","start":2,"end":3}]}]}
        """;

    assertThat(dump(read(json)))
        .isEqualTo("we 500-700 | In 1000-1200 | l 2000-2200 | OTAN 2200-3000");
  }

  @Test
  void segmentsWithoutWordsShareTheirTimeByLetters() {
    assertThat(dump(read("{\"segments\":[{\"start\":0,\"end\":1,\"text\":\" ab cd\"}]}")))
        .isEqualTo("ab 0-500 | cd 500-1000");
    assertThat(
            dump(
                read(
                    "{\"transcription\":[{\"offsets\":{\"from\":0,\"to\":1000},\"text\":\""
                        + " ab\"}]}")))
        .isEqualTo("ab 0-1000");
  }

  @Test
  void voskIsReadAsOneResultOrAsOneAfterAnother() {
    var one =
        "{\"result\":[{\"conf\":1.0,\"start\":0.1,\"end\":0.2,\"word\":\"a\"}],\"text\":\"a\"}";
    var two = "{\"result\":[{\"conf\":0.5,\"start\":0.3,\"end\":0.4,\"word\":\"b\"}]}";

    assertThat(read(one).form()).isEqualTo(Heard.Form.VOSK);
    assertThat(dump(read(one + "\n" + two))).isEqualTo("a 100-200 | b 300-400");
    assertThat(dump(read("[" + one + "," + two + "]"))).isEqualTo("a 100-200 | b 300-400");
  }

  @Test
  void ownListAndCtmAreRead() {
    assertThat(dump(read("[{\"text\":\"a\",\"inMs\":5,\"outMs\":9}]"))).isEqualTo("a 5-9");
    assertThat(dump(read(";; made by hand\nfile 1 0.50 0.25 hello 0.9\nfile 1 0.75 .25 you\n")))
        .isEqualTo("hello 500-750 | you 750-1000");
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "-1", "1e300", "\"x\""})
  void timeThatCannotBeIsRefusedWithItsItem(String start) {
    var json =
        "{\"words\":[{\"word\":\"a\",\"start\":0,\"end\":1},{\"word\":\"b\",\"start\":%s,\"end\":2}]}";

    assertThat(malformed(json.formatted(start)).faults())
        .extracting(Fault::index)
        .containsExactly(1);
  }

  @Test
  void faultsAreToldUpToTwenty() {
    var words =
        IntStream.range(0, 30)
            .mapToObj(it -> "{\"word\":\"a\",\"start\":2,\"end\":1}")
            .collect(Collectors.joining(","));

    assertThat(malformed("{\"words\":[" + words + "]}").faults()).hasSize(Fault.MOST);
    assertThat(malformed("{\"words\":[" + words + "]}").code()).isEqualTo("bad-time");
  }

  @Test
  void wordsPastTheEndAreLeftOutWhileTheyAreFew() {
    var many = "[" + "{\"text\":\"a\",\"inMs\":5,\"outMs\":9},".repeat(99);
    var last =
        "{\"text\":\"b\",\"inMs\":59990,\"outMs\":60500},{\"text\":\"c\",\"inMs\":61001,\"outMs\":61002}]";

    assertThat(read(many + last).words().getLast().outMs()).isEqualTo(DURATION);
    assertThat(malformed("[" + last).code()).isEqualTo("bad-time");
  }

  @Test
  void wordsThatOverlapAreKeptAsTheyWereHeard() {
    var words =
        "[{\"text\":\"long\",\"inMs\":0,\"outMs\":900},{\"text\":\"in\",\"inMs\":500,\"outMs\":700}]";

    assertThat(dump(read(words))).isEqualTo("long 0-900 | in 500-700");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"words\":[]}",
        "{\"words\":[{\"word\":\"a\"}]}",
        "WEBVTT\n\n",
        "{\"segments\":[]}"
      })
  void nothingHeardIsEmpty(String text) {
    assertThat(malformed(text).code()).isEqualTo("empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[1]", "{\"results\":{}}", "hello", "null", "<html></html>"})
  void formsThatAreNotReadAreSaidToBe(String text) {
    assertThat(catchThrowableOfType(RefusedInputException.class, () -> read(text)).code())
        .isIn("unknown-form", "empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vtt", "srt", "json", "ttml", "ctm"})
  void whateverIsBrokenInAFileItIsReadOrRefused(String form) {
    var whole =
        switch (form) {
          case "vtt" ->
              "WEBVTT\n\n"
                  + "1\n"
                  + "00:01.000 --> 00:02.000\n"
                  + "<v A>Tom &amp; I\n\n"
                  + "00:02.000 --> 00:03.000\n"
                  + "you\n";
          case "srt" ->
              "1\n00:00:01,000 --> 00:00:02,000\nab\n\n2\n00:00:02,000 --> 00:00:03,000\ncd\n";
          case "ttml" ->
              "<tt ttp:frameRate='25' xmlns:ttp='t'><body><p begin='1s'"
                  + " end='00:00:02:10'>ab<br/>c</p></body></tt>";
          case "ctm" -> "f 1 0.5 0.25 hello 0.9\nf 1 0.75 .25 you\n";
          default -> TRANSCRIBE;
        };
    var random = new Random(1);
    for (var round = 0; round < 2_000; round++) {
      var bytes = whole.getBytes(UTF_8);
      for (var i = 1 + random.nextInt(4); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
      }
      readOrRefused(
          Arrays.copyOf(
              bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length));
    }
  }

  private static void readOrRefused(byte[] bytes) {
    try {
      var last = 0;
      for (var word : HeardReader.read(bytes, DURATION).words()) {
        assertThat(word.inMs()).isBetween(last, DURATION);
        assertThat(word.outMs()).isBetween(word.inMs(), DURATION);
        last = word.inMs();
      }
    } catch (RefusedInputException e) {
      assertThat(e.code())
          .isIn("not-utf-8", "bad-form", "bad-time", "empty", "unknown-form", "too-many-words");
    }
  }

  private static Heard read(String text) {
    return HeardReader.read(text.getBytes(UTF_8), DURATION);
  }

  private static MalformedInputException malformed(String text) {
    return catchThrowableOfType(MalformedInputException.class, () -> read(text));
  }

  private static String dump(Heard heard) {
    return heard.words().stream()
        .map(it -> it.text() + " " + it.inMs() + "-" + it.outMs())
        .collect(Collectors.joining(" | "));
  }
}
