package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.testing.SampleTalk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TranscriptJsonTest {
  private final Revision revision = SampleTalk.aligned();

  @Test
  void sentencesHaveTheirWordsTimesAndFrames() {
    var text = TranscriptJson.of(revision, Window.WHOLE);

    assertThat(text)
        .startsWith("{\"videoId\":\"talk-1\",\"language\":\"en\",\"revision\":1,\"masterVersion\":")
        .contains("\"timing\":\"aligned\",\"source\":\"upload\",\"biasMs\":0")
        .contains("{\"id\":\"s2\",\"name\":\"Jon Smyth\",\"outlet\":\"WXYZ\"}")
        .contains(
            "{\"text\":\"Good morning.\",\"offset\":33,\"words\":[0,2],"
                + "\"in\":{\"ms\":1000,\"frame\":25},\"out\":{\"ms\":1900,\"frame\":48},"
                + "\"how\":\"A\"}");
  }

  @Test
  void everyWordIsFoundInItsSentenceByOffsetAndLength() {
    var json = json(Window.WHOLE);
    var words = json.get("words").orElseThrow();
    var offset = words.list("offset").orElseThrow();
    var length = words.list("length").orElseThrow();
    var seen = 0;
    for (var sentence : sentences(json).toList()) {
      var range = sentence.list("words").orElseThrow();
      for (var word = number(range.get(0)); word < number(range.get(1)); word++) {
        var start = number(offset.get(word)) - (int) sentence.number("offset").getAsDouble();
        var end = start + number(length.get(word));
        assertThat(sentence.text("text").orElseThrow().substring(start, end))
            .isEqualTo(revision.script().word(word));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(revision.script().words().size());
  }

  @Test
  void partHasItsSentencesAndTheColumnsOfTheirWords() {
    var json = json(Window.of(7_500, 8_000));

    assertThat(sentences(json).map(it -> it.text("text").orElseThrow()))
        .containsExactly("Will it sign the treaty tomorrow?");
    assertThat(json.get("words").orElseThrow().number("from")).hasValue(13);
    assertThat(json.get("words").orElseThrow().list("in").orElseThrow()).hasSize(6);
  }

  @Test
  void partWithoutAnyWordIsEmpty() {
    var json = json(Window.of(50_000, 60_000));

    assertThat(json.list("turns").orElseThrow()).isEmpty();
    assertThat(json.get("words").orElseThrow().list("in").orElseThrow()).isEmpty();
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

    assertThat(sentences(json))
        .allSatisfy(it -> assertThat(ms(it, "in") % 1_000 + ms(it, "out") % 1_000).isZero());
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
    return JsonTree.readAll(TranscriptJson.of(revision, window)).getFirst();
  }

  private static Stream<JsonTree> sentences(JsonTree json) {
    return json.list("turns").orElseThrow().stream()
        .flatMap(it -> it.list("paragraphs").orElseThrow().stream())
        .flatMap(it -> it.list("sentences").orElse(List.of()).stream());
  }

  private static int ms(JsonTree sentence, String name) {
    return (int) sentence.get(name).orElseThrow().number("ms").getAsDouble();
  }

  private static int number(JsonTree value) {
    return ((Double) value.value()).intValue();
  }
}
