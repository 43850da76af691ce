package clipdesk.transcript.align;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;

/** What an editor set wins: heard times that contradict it are given up. */
final class Pins {
  private Pins() {}

  static void apply(Script script, WordTimes times, double msPerLetter) {
    for (var pin : script.pins()) {
      for (var word = pin.word() - 1; word >= 0 && !isBefore(times, word, pin.inMs()); word--) {
        giveUp(times, word);
      }
      for (var word = pin.word() + 1;
          word < times.size() && !isAfter(times, word, pin.inMs());
          word++) {
        giveUp(times, word);
      }
      var length = (int) (script.words().get(pin.word()).length() * msPerLetter);
      var heard = times.hasTime(pin.word()) ? times.out(pin.word()) : 0;
      var out = heard > pin.inMs() ? heard : pin.inMs() + length;
      times.set(pin.word(), How.P, pin.inMs(), out, 0);
    }
  }

  private static boolean isBefore(WordTimes times, int word, int ms) {
    return times.how(word) == How.P || (times.hasTime(word) && times.in(word) <= ms);
  }

  private static boolean isAfter(WordTimes times, int word, int ms) {
    return times.how(word) == How.P || (times.hasTime(word) && times.in(word) >= ms);
  }

  private static void giveUp(WordTimes times, int word) {
    if (times.hasTime(word)) {
      times.clear(word, How.N);
    }
  }
}
