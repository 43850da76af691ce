package clipdesk.transcript.heard;

import static clipdesk.transcript.heard.ReadWords.TRANSCRIBE;
import static clipdesk.transcript.heard.ReadWords.dump;
import static clipdesk.transcript.heard.ReadWords.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words as recognisers write them. */
final class HeardReaderTest {
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
  void wordsThatOverlapAreKeptAsTheyWereHeard() {
    var words =
        "[{\"text\":\"long\",\"inMs\":0,\"outMs\":900},{\"text\":\"in\",\"inMs\":500,\"outMs\":700}]";

    assertThat(dump(read(words))).isEqualTo("long 0-900 | in 500-700");
  }
}
