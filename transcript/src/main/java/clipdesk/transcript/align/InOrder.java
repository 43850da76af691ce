package clipdesk.transcript.align;

import clipdesk.transcript.timing.WordTimes;

/** The last word on times: one after another, each of some length, all inside of the sound. */
final class InOrder {
  private static final int SHORTEST_MS = 20;

  private InOrder() {}

  static void settle(WordTimes times, int durationMs) {
    var timed = 0;
    for (var word = 0; word < times.size(); word++) {
      timed += times.hasTime(word) ? 1 : 0;
    }
    // Where more words than fit are in the text, they are as short as they must be.
    var shortest = Math.min(SHORTEST_MS, durationMs / Math.max(timed, 1));
    var earliest = 0;
    var left = timed;
    for (var word = 0; word < times.size(); word++) {
      if (times.hasTime(word)) {
        var latest = durationMs - left * shortest;
        var in = Math.min(Math.max(times.in(word), earliest), latest);
        var out = Math.max(in + shortest, times.out(word));
        times.set(word, times.how(word), in, out, times.uncertainty(word));
        earliest = in + shortest;
        left--;
      }
    }
    var next = durationMs;
    for (var word = times.size() - 1; word >= 0; word--) {
      if (times.hasTime(word)) {
        var out = Math.min(times.out(word), next);
        times.set(word, times.how(word), times.in(word), out, times.uncertainty(word));
        next = times.in(word);
      }
    }
  }
}
