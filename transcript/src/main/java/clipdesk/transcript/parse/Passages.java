package clipdesk.transcript.parse;

import clipdesk.transcript.language.Sentences;
import clipdesk.transcript.language.Words;
import clipdesk.transcript.refusals.UnsupportedInputException;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts paragraphs into sentences and words, and numbers the words through the whole script. */
final class Passages {
  static final int MAX_WORDS = 60_000;

  private final String text;
  private final List<Span> words = new ArrayList<>();

  Passages(String text) {
    this.text = text;
  }

  List<Span> words() {
    return words;
  }

  /**
   * @throws UnsupportedInputException {@code too-many-words} over {@link #MAX_WORDS}
   */
  Paragraph speech(Span paragraph) {
    var notes = Notes.find(text, paragraph);
    var sentences = new ArrayList<Sentence>();
    for (var span : whole(Sentences.cut(text, paragraph), notes)) {
      var from = words.size();
      words.addAll(spoken(span, notes));
      if (words.size() > MAX_WORDS) {
        throw new UnsupportedInputException(
            "too-many-words", "The text has more than %d words".formatted(MAX_WORDS));
      }
      sentences.add(new Sentence(span, from, words.size()));
    }
    return new Paragraph(Paragraph.Kind.SPEECH, paragraph, sentences, notes);
  }

  /** Sentences that end inside of a note go on after it. */
  private static List<Span> whole(List<Span> sentences, List<Span> notes) {
    if (notes.isEmpty()) {
      return sentences;
    }
    var whole = new ArrayList<Span>();
    var start = -1;
    for (var sentence : sentences) {
      start = start < 0 ? sentence.start() : start;
      var end = sentence.end();
      if (notes.stream().noneMatch(note -> note.start() < end && end < note.end())) {
        whole.add(new Span(start, end));
        start = -1;
      }
    }
    return whole;
  }

  private List<Span> spoken(Span sentence, List<Span> notes) {
    var spoken = new ArrayList<Span>();
    var from = sentence.start();
    for (var note : notes) {
      if (note.start() >= sentence.start() && note.end() <= sentence.end()) {
        spoken.addAll(Words.cut(text, from, note.start()));
        from = note.end();
      }
    }
    spoken.addAll(Words.cut(text, from, sentence.end()));
    return spoken;
  }
}
