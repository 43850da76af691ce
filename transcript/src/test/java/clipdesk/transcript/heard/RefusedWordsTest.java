package clipdesk.transcript.heard;

import static clipdesk.transcript.heard.ReadWords.DURATION;
import static clipdesk.transcript.heard.ReadWords.TRANSCRIBE;
import static clipdesk.transcript.heard.ReadWords.malformed;
import static clipdesk.transcript.heard.ReadWords.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.transcript.refusals.Fault;
import clipdesk.transcript.refusals.RefusedInputException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold no words, or whose times cannot be. */
final class RefusedWordsTest {
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
}
