package clipdesk.transcript.align;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where nobody speaks: as it was measured, else between the words that were heard. */
final class Silences {
  private Silences() {}

  /**
   * In order. A gap in which words of the text had to be placed is none: somebody spoke there, and
   * was not understood.
   */
  static List<Stretch> of(Heard heard, WordTimes times, Optional<Activity> activity) {
    return activity.map(Activity::pauses).orElseGet(() -> between(heard, times));
  }

  private static List<Stretch> between(Heard heard, WordTimes times) {
    var found = new ArrayList<Stretch>();
    if (!heard.form().hasWordTimes() || heard.words().isEmpty()) {
      return found;
    }
    var end = heard.words().getFirst().outMs();
    var word = 0;
    for (var next : heard.words()) {
      while (word < times.size() && endsBefore(times, word, end)) {
        word++;
      }
      if (next.inMs() - end >= Activity.SHORTEST_PAUSE_MS
          && !placedBetween(times, word, next.inMs())) {
        found.add(new Stretch(end, next.inMs()));
      }
      end = Math.max(end, next.outMs());
    }
    return found;
  }

  private static boolean endsBefore(WordTimes times, int word, int ms) {
    return !times.hasTime(word) || times.out(word) <= ms;
  }

  private static boolean placedBetween(WordTimes times, int from, int ms) {
    for (var word = from; word < times.size(); word++) {
      if (times.hasTime(word)) {
        if (times.in(word) >= ms) {
          return false;
        }
        if (times.how(word) == How.I) {
          return true;
        }
      }
    }
    return false;
  }
}
