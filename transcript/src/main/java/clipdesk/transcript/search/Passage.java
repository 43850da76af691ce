package clipdesk.transcript.search;

import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is found as one: a paragraph of speech. One of more than {@value #MAX_WORDS} words counts as
 * several, parted between sentences.
 *
 * @param sentences at least one
 */
record Passage(Optional<Speaker> speaker, List<Sentence> sentences) {
  static final int MAX_WORDS = 600;

  Passage {
    sentences = List.copyOf(sentences);
  }

  static List<Passage> of(Revision revision) {
    var script = revision.script();
    var speakers =
        script.speakers().stream().collect(Collectors.toMap(Speaker::id, Function.identity()));
    var passages = new ArrayList<Passage>();
    for (var turn : script.turns()) {
      var speaker = turn.speaker().map(speakers::get);
      for (var paragraph : turn.paragraphs()) {
        for (var sentences : parted(paragraph)) {
          passages.add(new Passage(speaker, sentences));
        }
      }
    }
    return passages;
  }

  /** The passage that a word is in. */
  static Optional<Passage> at(Revision revision, int word) {
    return of(revision).stream()
        .filter(it -> it.fromWord() <= word && word < it.toWord())
        .findFirst();
  }

  private static List<List<Sentence>> parted(Paragraph paragraph) {
    var parts = new ArrayList<List<Sentence>>();
    for (var sentence : paragraph.sentences()) {
      if (sentence.toWord() == sentence.fromWord()) {
        continue;
      }
      if (parts.isEmpty()
          || sentence.toWord() - parts.getLast().getFirst().fromWord() > MAX_WORDS) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(sentence);
    }
    return parts;
  }

  int fromWord() {
    return sentences.getFirst().fromWord();
  }

  int toWord() {
    return sentences.getLast().toWord();
  }

  List<String> words(Script script) {
    var words = new ArrayList<String>(toWord() - fromWord());
    for (var word = fromWord(); word < toWord(); word++) {
      words.add(script.word(word));
    }
    return words;
  }
}
