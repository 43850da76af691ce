package clipdesk.transcript.align;

import clipdesk.transcript.script.Pin;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.HashMap;
import java.util.Map;

/**
 * By letters over the whole sound, from one time that an editor set to the next. Measured on 38
 * minutes it is 7.5 s off in the median, 1.0 s if the start of every turn was set.
 */
final class Estimate {
  private Estimate() {}

  static void fill(Script script, WordTimes times, int durationMs) {
    var pins = new HashMap<Integer, Integer>();
    for (var pin : script.pins()) {
      pins.put(pin.word(), Math.min(pin.inMs(), durationMs));
    }
    var from = 0;
    var start = 0;
    for (Pin pin : script.pins()) {
      var at = Math.max(start, pins.get(pin.word()));
      spread(script, times, from, pin.word(), start, at, pins);
      from = pin.word();
      start = at;
    }
    spread(script, times, from, times.size(), start, durationMs, pins);
  }

  private static void spread(
      Script script,
      WordTimes times,
      int from,
      int to,
      int start,
      int end,
      Map<Integer, Integer> pins) {
    var letters = 0;
    for (var word = from; word < to; word++) {
      letters += times.how(word) == How.U ? 0 : script.words().get(word).length();
    }
    long before = 0;
    for (var word = from; word < to; word++) {
      if (times.how(word) != How.U) {
        var in = start + (int) ((end - start) * before / letters);
        before += script.words().get(word).length();
        var out = start + (int) ((end - start) * before / letters);
        var pinned = pins.containsKey(word);
        times.set(word, pinned ? How.P : How.E, in, out, pinned ? 0 : end - start);
      }
    }
  }
}
