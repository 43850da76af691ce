package clipdesk.transcript.script;

import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the words of a script, with the signs that stand beside them and nothing else: no remark,
 * no page matter, no word of a neighbour. Words keep their numbers.
 */
public final class ScriptPart {
  private ScriptPart() {}

  /** The script with these words alone. */
  public static Script of(Script script, WordRange words) {
    var turns = script.turns().stream().map(it -> part(script, it, words)).toList();
    var kept = turns.stream().filter(it -> !it.paragraphs().isEmpty()).toList();
    var speaking = kept.stream().map(Turn::speaker).collect(Collectors.toSet());
    return new Script(
        script.official(),
        script.language(),
        speakers(script, speaking),
        kept,
        List.of(),
        script.words(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What these words say: the text of their sentences, as far as it is theirs, on one line. */
  public static String text(Script script, WordRange words) {
    var text = script.official().text();
    return script.turns().stream()
        .flatMap(turn -> turn.paragraphs().stream())
        .flatMap(
            paragraph ->
                paragraph.sentences().stream()
                    .flatMap(sentence -> part(script, sentence, words).stream())
                    .map(sentence -> spoken(text, sentence.span(), paragraph.notes())))
        .collect(Collectors.joining(" "));
  }

  /** A span of the text on one line, without the notes in it. */
  public static String spoken(String text, Span span, List<Span> notes) {
    var spoken = new StringBuilder();
    var at = span.start();
    for (var note : notes) {
      if (note.start() >= at && note.end() <= span.end()) {
        spoken.append(text, at, note.start());
        at = note.end();
      }
    }
    return Blanks.oneLine(spoken.append(text, at, span.end()));
  }

  /**
   * Where a word begins to show inside of a sentence: at the signs that stand right before it.
   *
   * @param word not the first of the script
   */
  public static int startOf(Script script, int word) {
    var text = script.official().text();
    var end = script.words().get(word - 1).end();
    var at = script.words().get(word).start();
    while (at > end && !Blanks.isBlank(text.charAt(at - 1))) {
      at--;
    }
    // Without any blank between, the signs belong to the word before.
    return at == end ? script.words().get(word).start() : at;
  }

  private static List<Speaker> speakers(Script script, Set<Optional<String>> speaking) {
    return script.speakers().stream()
        .filter(it -> speaking.contains(Optional.of(it.id())))
        .toList();
  }

  private static Turn part(Script script, Turn turn, WordRange words) {
    var paragraphs =
        turn.paragraphs().stream().flatMap(it -> part(script, it, words).stream()).toList();
    return new Turn(turn.label(), turn.speaker(), turn.suggestion(), paragraphs);
  }

  private static Optional<Paragraph> part(Script script, Paragraph paragraph, WordRange words) {
    var sentences =
        paragraph.sentences().stream().flatMap(it -> part(script, it, words).stream()).toList();
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    var span = new Span(sentences.getFirst().span().start(), sentences.getLast().span().end());
    var notes =
        paragraph.notes().stream()
            .filter(it -> it.start() >= span.start() && it.end() <= span.end())
            .toList();
    return Optional.of(new Paragraph(paragraph.kind(), span, sentences, notes));
  }

  private static Optional<Sentence> part(Script script, Sentence sentence, WordRange words) {
    var from = Math.max(sentence.fromWord(), words.from());
    var to = Math.min(sentence.toWord(), words.to());
    if (from >= to) {
      return Optional.empty();
    }
    var span = sentence.span();
    var start = from == sentence.fromWord() ? span.start() : startOf(script, from);
    var end = to == sentence.toWord() ? span.end() : startOf(script, to);
    return Optional.of(new Sentence(Blanks.trim(script.official().text(), start, end), from, to));
  }
}
