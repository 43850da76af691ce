package clipdesk.transcript.cues;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.ScriptPart;
import clipdesk.transcript.script.Sentence;
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
      var end = last ? sentence.span().end() : ScriptPart.startOf(script, word + 1);
      if (times.hasTime(word)) {
        var shown = ScriptPart.spoken(script.official().text(), new Span(start, end), notes);
        pieces.add(new Piece(word, shown, times.in(word), times.out(word), last));
      }
      start = end;
    }
    return pieces;
  }

  /** The same, of a sentence that began before. */
  Piece cutBefore() {
    return new Piece(word, Ellipsis.before(text), inMs, outMs, endsSentence);
  }

  /** The same, of a sentence that goes on. */
  Piece cutBehind() {
    return new Piece(word, Ellipsis.behind(text), inMs, outMs, endsSentence);
  }
}
