package clipdesk.transcript.revision;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.timing.WordTimes;

/** How sure the times of some words are, by their letters. */
final class Confidence {
  private static final int PERCENT = 100;

  private Confidence() {}

  /** Of a hundred; 0 for no words. */
  static int percent(Script script, WordTimes times, int fromWord, int toWord) {
    var letters = 0;
    var sum = 0.0;
    for (var word = fromWord; word < toWord; word++) {
      var length = script.words().get(word).length();
      letters += length;
      sum += length * times.how(word).confidence();
    }
    return letters == 0 ? 0 : (int) Math.round(PERCENT * sum / letters);
  }
}
