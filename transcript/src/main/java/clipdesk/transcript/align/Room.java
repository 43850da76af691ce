package clipdesk.transcript.align;

import clipdesk.transcript.timing.Activity;
import java.util.Optional;

/** What is spoken between two tokens that were matched, and what the letters of tokens need. */
final class Room {
  private final Matches matches;
  private final HeardTimes times;
  private final Optional<Activity> activity;
  private final int[] lettersBefore;

  Room(Matches matches, Tokens written, HeardTimes times, Optional<Activity> activity) {
    this.matches = matches;
    this.times = times;
    this.activity = activity;
    this.lettersBefore = new int[written.size() + 1];
    for (var token = 0; token < written.size(); token++) {
      lettersBefore[token + 1] = lettersBefore[token] + written.letters(token);
    }
  }

  int letters(int from, int to) {
    return lettersBefore[to] - lettersBefore[from];
  }

  double neededMs(int from, int to) {
    return letters(from, to) * times.msPerLetter();
  }

  /** Between two that are matched. */
  int spokenMs(int one, int other) {
    var from = times.out(matches.last(one));
    var to = times.in(matches.first(other));
    return activity.map(it -> it.speechMs(from, to)).orElse(Math.max(0, to - from));
  }
}
