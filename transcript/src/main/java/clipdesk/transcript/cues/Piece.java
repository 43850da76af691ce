package clipdesk.transcript.cues;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.text.Blanks;
import clipdesk.transcript.text.Span;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.List;

/**
 * A word as it is shown: with the signs around it, without notes, on one line.
 *
 * @param endsSentence whether a sentence ends with it
 */
record Piece(int word, String text, int inMs, int outMs, boolean endsSentence) {
  /** The words of a sentence that have times; what is not in the sound is not shown. */
  static List<Piece> of(Script script, WordTimes times, Sentence sentence, List<Span> notes) {
    var pieces = new ArrayList<Piece>();
    var start = sentence.span().start();
    for (var word = sentence.fromWord(); word < sentence.toWord(); word++) {
      var last = word + 1 == sentence.toWord();
      var end = last ? sentence.span().end() : startOf(script, word);
      if (times.hasTime(word)) {
        var shown = shown(script.official().text(), start, end, notes);
        pieces.add(new Piece(word, shown, times.in(word), times.out(word), last));
      }
      start = end;
    }
    return pieces;
  }

  /** Where the next word begins to show: at the signs that stand right before it. */
  private static int startOf(Script script, int word) {
    var text = script.official().text();
    var at = script.words().get(word + 1).start();
    var end = script.words().get(word).end();
    while (at > end && !Blanks.isBlank(text.charAt(at - 1))) {
      at--;
    }
    // Without any blank between, the signs belong to the word before.
    return at == end ? script.words().get(word + 1).start() : at;
  }

  private static String shown(String text, int start, int end, List<Span> notes) {
    var shown = new StringBuilder();
    var at = start;
    for (var note : notes) {
      if (note.start() >= at && note.end() <= end) {
        shown.append(text, at, note.start());
        at = note.end();
      }
    }
    shown.append(text, at, end);
    return oneLine(shown);
  }

  private static String oneLine(CharSequence text) {
    var line = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ' ' || c == '\t' || Blanks.endsLine(c)) {
        line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? "" : " ");
      } else {
        line.append(c);
      }
    }
    return line.toString().strip();
  }
}
