package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.testing.SampleTalk;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TranscriptJsonTest {
  private static final int FRAMES_A_SECOND = 25;

  private final Revision revision = SampleTalk.aligned();

  @Test
  void sentencesHaveTheirWordsTimesAndFrames() {
    var text = TranscriptJson.of(revision, Window.WHOLE);

    assertThat(text)
        .startsWith("{\"videoId\":\"talk-1\",\"language\":\"en\",\"revision\":1,\"masterVersion\":")
        .contains("\"timing\":\"aligned\",\"source\":\"upload\",\"biasMs\":0")
        .contains("{\"id\":\"s2\",\"name\":\"Jon Smyth\",\"outlet\":\"WXYZ\"}")
        .contains("{\"text\":\"Good morning.\",\"words\":[0,2],\"frames\":[25,48],\"how\":\"A\"}");
  }

  @Test
  void everyWordIsFoundInItsSentenceBehindWhatIsSkipped() {
    var json = json(Window.WHOLE);
    var skip = column(json, "words", "skip");
    var length = column(json, "words", "length");
    var seen = 0;
    for (var sentence : sentences(json).toList()) {
      var range = sentence.list("words").orElseThrow();
      var end = 0;
      for (var word = number(range.get(0)); word < number(range.get(1)); word++) {
        var start = end + skip.get(word);
        end = start + length.get(word);
        assertThat(sentence.text("text").orElseThrow().substring(start, end))
            .isEqualTo(revision.script().word(word));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(revision.script().words().size());
  }

  @Test
  void timesAreToldFromTheEndOfTheWordBefore() {
    var json = json(Window.WHOLE);
    var wait = column(json, "words", "waitMs");

    assertThat(wait).startsWith(1_000, 100, 100).hasSize(revision.times().size());
    assertThat(column(json, "words", "durMs")).startsWith(400, 400, 400);
  }

  @Test
  void wordWithoutATimeTakesNone() {
    var times = new WordTimes(revision.times().size());
    times.set(0, How.A, 1_000, 1_400, 0);
    times.set(2, How.I, 1_500, 1_700, 90);
    var json = json(with(times, List.of()), Window.WHOLE);

    assertThat(column(json, "words", "waitMs")).startsWith(1_000, 0, 100, 0);
    assertThat(column(json, "words", "durMs")).startsWith(400, 0, 200, 0);
    assertThat(column(json, "words", "uncertaintyMs")).containsExactly(90);
    assertThat(json.get("words").orElseThrow().text("how").orElseThrow()).startsWith("ANIN");
  }

  @Test
  void pausesAreToldAsFarAsTheyAreNearTheWords() {
    var pauses =
        List.of(new Stretch(0, 990), new Stretch(7_200, 7_480), new Stretch(10_700, 11_000));
    var some = with(revision.times(), pauses);

    var whole = json(some, Window.WHOLE);
    assertThat(column(whole, "pauses", "waitMs")).containsExactly(0, 6_210, 3_220);
    assertThat(column(whole, "pauses", "durMs")).containsExactly(990, 280, 300);
    // Its words are spoken from 7500 to 10400 ms.
    var part = json(some, Window.of(7_500, 8_000));
    assertThat(column(part, "pauses", "waitMs")).containsExactly(7_200, 3_220);
    var far = List.of(new Stretch(7_000, 7_199), new Stretch(10_701, 11_000));
    assertThat(
            column(json(with(revision.times(), far), Window.of(7_500, 8_000)), "pauses", "durMs"))
        .isEmpty();
  }

  @Test
  void partHasItsSentencesAndTheColumnsOfTheirWords() {
    var json = json(Window.of(7_500, 8_000));

    assertThat(sentences(json).map(it -> it.text("text").orElseThrow()))
        .containsExactly("Will it sign the treaty tomorrow?");
    assertThat(json.get("words").orElseThrow().number("from")).hasValue(13);
    assertThat(json.get("words").orElseThrow().list("waitMs").orElseThrow()).hasSize(6);
  }

  @Test
  void partWithoutAnyWordIsEmpty() {
    var json = json(Window.of(50_000, 60_000));

    assertThat(json.list("turns").orElseThrow()).isEmpty();
    assertThat(json.get("words").orElseThrow().list("waitMs").orElseThrow()).isEmpty();
  }

  @Test
  void turnWithoutALabelHasNoSpeakerAndNoSuggestion() {
    var text = "So it begins here today.\n\n" + SampleTalk.TEXT;
    var made = SampleTalk.make(text, Optional.empty(), Optional.empty()).revision().orElseThrow();

    assertThat(TranscriptJson.of(made, Window.WHOLE))
        .contains("{\"turn\":0,\"origin\":\"unlabelled\",\"confidence\":0.1,\"paragraphs\"")
        .doesNotContain("suggestion");
  }

  @Test
  void estimatesAreToldInSeconds() {
    var made =
        SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.empty())
            .revision()
            .orElseThrow();
    var json = JsonTree.readAll(TranscriptJson.of(made, Window.WHOLE)).getFirst();

    assertThat(sentences(json).flatMap(it -> it.list("frames").orElseThrow().stream()))
        .allSatisfy(it -> assertThat(number(it) % FRAMES_A_SECOND).isZero());
  }

  @Test
  void chaptersAreQuestionsWithTheirAnswersWithoutTheModerator() {
    var exchanges = Exchanges.of(revision.script());

    assertThat(exchanges).hasSize(2);
    assertThat(exchanges.get(0).questioner()).isEqualTo("s2");
    assertThat(exchanges.get(0).answering()).containsExactly("s1");
    assertThat(words(exchanges.get(0).answer().from(), exchanges.get(0).answer().to()))
        .isEqualTo("It may We shall see soon well");
    assertThat(exchanges.get(1).questioner()).isEqualTo("s4");
    assertThat(ExchangesJson.of(revision))
        .contains(
            "\"question\":{\"words\":[13,19],\"in\":{\"ms\":7500,\"frame\":187},"
                + "\"out\":{\"ms\":10400,\"frame\":260},"
                + "\"firstSentence\":\"Will it sign the treaty tomorrow?\"}");
  }

  @Test
  void questionThatNobodyAnswersHasNoAnswer() {
    var made =
        SampleTalk.make("Jon Smyth, WXYZ\nWill it sign?\n", Optional.empty(), Optional.empty());

    assertThat(ExchangesJson.of(made.revision().orElseThrow()))
        .contains("\"question\":")
        .doesNotContain("\"answer\":");
  }

  private String words(int from, int to) {
    var words = Stream.iterate(from, it -> it < to, it -> it + 1);
    return String.join(" ", words.map(revision.script()::word).toList());
  }

  private JsonTree json(Window window) {
    return json(revision, window);
  }

  private static JsonTree json(Revision it, Window window) {
    return JsonTree.readAll(TranscriptJson.of(it, window)).getFirst();
  }

  private static List<Integer> column(JsonTree json, String of, String name) {
    var items = json.get(of).orElseThrow().list(name).orElseThrow();
    return items.stream().map(TranscriptJsonTest::number).toList();
  }

  private Revision with(WordTimes times, List<Stretch> pauses) {
    return new Revision(
        revision.video(),
        1,
        revision.aligner(),
        revision.timing(),
        revision.source(),
        0,
        revision.sharePerMille(),
        revision.script(),
        times,
        pauses,
        RevisionMap.NONE);
  }

  private static Stream<JsonTree> sentences(JsonTree json) {
    return json.list("turns").orElseThrow().stream()
        .flatMap(it -> it.list("paragraphs").orElseThrow().stream())
        .flatMap(it -> it.list("sentences").orElse(List.of()).stream());
  }

  private static int number(JsonTree value) {
    return ((Double) value.value()).intValue();
  }
}
