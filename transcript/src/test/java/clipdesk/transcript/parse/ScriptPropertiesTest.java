package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.testing.RandomTexts;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every text, however odd: nothing is lost, nothing stands twice. */
final class ScriptPropertiesTest {
  private static void ofEach(Consumer<Script> property) {
    LongStream.range(0, 400)
        .mapToObj(ScriptPropertiesTest::script)
        .flatMap(Optional::stream)
        .forEach(property);
  }

  private static Optional<Script> script(long seed) {
    try {
      var official = OfficialText.of(RandomTexts.of(seed));
      return Optional.of(ScriptParser.parse(official, "en", List.of(), List.of()));
    } catch (MalformedInputException empty) {
      return Optional.empty();
    }
  }

  @Test
  void everyLetterOfTheTextIsInExactlyOnePlace() {
    ofEach(ScriptPropertiesTest::checkLetters);
  }

  private static void checkLetters(Script script) {
    var text = script.official().text();
    var placed = new BitSet();
    Stream.concat(
            script.turns().stream().map(Turn::label).flatMap(Optional::stream),
            Stream.concat(
                script.matter().stream().map(Paragraph::span),
                script.turns().stream()
                    .flatMap(it -> it.paragraphs().stream())
                    .map(Paragraph::span)))
        .forEach(span -> place(placed, span));

    for (var at = 0; at < text.length(); at++) {
      assertThat(placed.get(at) || !Character.isLetterOrDigit(text.charAt(at)))
          .as("character %d of %s", at, text)
          .isTrue();
    }
  }

  private static void place(BitSet placed, Span span) {
    assertThat(placed.get(span.start(), span.end()).isEmpty()).as("placed twice: " + span).isTrue();
    placed.set(span.start(), span.end());
  }

  @Test
  void wordsAreNumberedThroughAndLieInTheirSentences() {
    ofEach(ScriptPropertiesTest::checkWords);
  }

  private static void checkWords(Script script) {
    var next = 0;
    for (var turn : script.turns()) {
      assertThat(turn.sentences()).isNotEmpty();
      for (Sentence sentence : turn.sentences()) {
        assertThat(sentence.fromWord()).isEqualTo(next);
        for (var word : script.words().subList(next, sentence.toWord())) {
          assertThat(word.start()).isGreaterThanOrEqualTo(sentence.span().start());
          assertThat(word.end()).isLessThanOrEqualTo(sentence.span().end());
        }
        next = sentence.toWord();
      }
    }
    assertThat(script.words()).hasSize(next);
    for (var word = 1; word < next; word++) {
      assertThat(script.words().get(word).start())
          .isGreaterThanOrEqualTo(script.words().get(word - 1).end());
    }
  }

  @Test
  void sameTextIsReadTheSameAgain() {
    ofEach(ScriptPropertiesTest::checkAgain);
  }

  private static void checkAgain(Script script) {
    var again = ScriptParser.parse(script.official(), "en", List.of(), List.of());

    assertThat(again).isEqualTo(script);
  }

  @Test
  void findingsHaveIdsOfTheirOwnAndLinesThatExist() {
    ofEach(ScriptPropertiesTest::checkFindings);
  }

  private static void checkFindings(Script script) {
    var ids = new HashSet<String>();
    for (Finding finding : script.findings()) {
      assertThat(ids.add(finding.id())).isTrue();
      assertThat(finding.line()).isBetween(1, script.official().lines().size());
      assertThat(finding.excerpt().length()).isLessThanOrEqualTo(Finding.MAX_EXCERPT);
    }
  }
}
