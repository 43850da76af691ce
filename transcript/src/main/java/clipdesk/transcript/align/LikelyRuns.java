package clipdesk.transcript.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Of runs of matches those that go together best. A short one may be chance; what is spoken before
 * it and after it is then far from what the letters there need, often too much on one side and too
 * little on the other. Each run counts its letters, and each gap between two that are kept costs
 * what sound and text differ in it: of all ways to leave short runs out the best is taken.
 */
final class LikelyRuns {
  /** A run of so many letters is no chance. */
  private static final int SURE_LETTERS = 14;

  /** More that are short do not follow each other. */
  private static final int MOST_LEFT_OUT = 40;

  /** So much speech inside of a run, and it is torn there. */
  private static final int TORN_MS = 600;

  /** What times may differ and cost nothing: edges of words, and how fast somebody speaks. */
  private static final int SLACK_MS = 100;

  private static final double SLACK = 0.1;

  /** Of a letter, for the time of a letter that is too much or too little. */
  private static final double COST = 0.5;

  private record Run(int from, int to) {}

  private final Matches matches;
  private final Tokens written;
  private final HeardTimes times;
  private final Room room;
  private final List<Run> runs = new ArrayList<>();

  private LikelyRuns(Matches matches, Tokens written, HeardTimes times, Room room) {
    this.matches = matches;
    this.written = written;
    this.times = times;
    this.room = room;
    for (int from = nextMatched(0), to; from < matches.size(); from = nextMatched(to)) {
      to = from + 1;
      while (to < matches.size() && matches.continues(to) && room.spokenMs(to - 1, to) < TORN_MS) {
        to++;
      }
      runs.add(new Run(from, to));
    }
  }

  private int nextMatched(int from) {
    var token = from;
    while (token < matches.size() && !matches.has(token)) {
      token++;
    }
    return token;
  }

  /** Drops the matches of all others; the first and the last run stay. */
  static void keep(Matches matches, Tokens written, HeardTimes times, Room room) {
    new LikelyRuns(matches, written, times, room).dropOthers();
  }

  private void dropOthers() {
    var before = bestBefore();
    var kept = runs.size() - 1;
    for (var i = runs.size() - 1; i >= 0; i--) {
      if (i == kept) {
        kept = before[i];
      } else {
        drop(runs.get(i));
      }
    }
  }

  /** For each run the one that goes before it in the best sequence that ends with it. */
  private int[] bestBefore() {
    var best = new double[runs.size()];
    var before = new int[runs.size()];
    for (var i = 1; i < runs.size(); i++) {
      best[i] = Double.NEGATIVE_INFINITY;
      for (var j = i - 1; j >= Math.max(0, i - MOST_LEFT_OUT); j--) {
        var with = best[j] - cost(runs.get(j), runs.get(i));
        if (with > best[i]) {
          best[i] = with;
          before[i] = j;
        }
        if (isSure(runs.get(j))) {
          break;
        }
      }
      // Counted anew from each sure one, so that no change of a text is felt beyond it.
      best[i] = isSure(runs.get(i)) ? 0 : best[i] + worth(runs.get(i));
    }
    return before;
  }

  private boolean isSure(Run run) {
    return room.letters(run.from, run.to) >= SURE_LETTERS;
  }

  private double worth(Run run) {
    var worth = 0.0;
    for (var token = run.from; token < run.to; token++) {
      worth += written.letters(token) * matches.similarity(token);
    }
    return worth;
  }

  private double cost(Run one, Run other) {
    var neededMs = room.neededMs(one.to, other.from);
    var offMs = Math.abs(room.spokenMs(one.to - 1, other.from) - neededMs);
    return COST * Math.max(0, offMs - SLACK_MS - SLACK * neededMs) / times.msPerLetter();
  }

  private void drop(Run run) {
    for (var token = run.from; token < run.to; token++) {
      matches.drop(token);
    }
  }
}
