package clipdesk.transcript.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The runs that two lists of words have in common: what is alike at both ends, then what stands
 * once on both sides in the middle ("patience"), and so on between. Quick for texts that differ in
 * a few places, and never wrong: a run is the same words.
 */
final class WordRuns {
  private static final int NONE = -1;
  private static final int TWICE = -2;

  private final List<String> before;
  private final List<String> now;
  private final int[] beforeOf;

  private WordRuns(List<String> before, List<String> now) {
    this.before = before;
    this.now = now;
    this.beforeOf = new int[now.size()];
    Arrays.fill(beforeOf, NONE);
  }

  static RevisionMap between(List<String> before, List<String> now) {
    var words = new WordRuns(before, now);
    words.match(0, before.size(), 0, now.size());
    return words.runs();
  }

  private void match(int from, int to, int nowFrom, int nowTo) {
    var start = from;
    var nowStart = nowFrom;
    while (start < to && nowStart < nowTo && before.get(start).equals(now.get(nowStart))) {
      beforeOf[nowStart++] = start++;
    }
    var end = to;
    var nowEnd = nowTo;
    while (end > start && nowEnd > nowStart && before.get(end - 1).equals(now.get(nowEnd - 1))) {
      beforeOf[--nowEnd] = --end;
    }
    if (start == end || nowStart == nowEnd) {
      return;
    }
    var last = start;
    var nowLast = nowStart;
    for (var pair : inOrder(unique(start, end, nowStart, nowEnd))) {
      match(last, pair[0], nowLast, pair[1]);
      beforeOf[pair[1]] = pair[0];
      last = pair[0] + 1;
      nowLast = pair[1] + 1;
    }
    if (last > start) {
      match(last, end, nowLast, nowEnd);
    }
  }

  /** Pairs of places of words that stand once on either side, in the order of the new text. */
  private List<int[]> unique(int from, int to, int nowFrom, int nowTo) {
    var once = new HashMap<String, Integer>();
    for (var word = from; word < to; word++) {
      once.merge(before.get(word), word, (_, _) -> TWICE);
    }
    var times = new HashMap<String, Integer>();
    for (var word = nowFrom; word < nowTo; word++) {
      times.merge(now.get(word), 1, Integer::sum);
    }
    var pairs = new ArrayList<int[]>();
    for (var word = nowFrom; word < nowTo; word++) {
      int there = once.getOrDefault(now.get(word), TWICE);
      if (there != TWICE && times.get(now.get(word)) == 1) {
        pairs.add(new int[] {there, word});
      }
    }
    return pairs;
  }

  /** The longest choice of pairs that is in the order of the old text, too. */
  private static List<int[]> inOrder(List<int[]> pairs) {
    var ends = new int[pairs.size()];
    var previous = new int[pairs.size()];
    var length = 0;
    for (var at = 0; at < pairs.size(); at++) {
      var low = 0;
      var high = length;
      while (low < high) {
        var middle = (low + high) >>> 1;
        if (pairs.get(ends[middle])[0] < pairs.get(at)[0]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[at] = low == 0 ? NONE : ends[low - 1];
      ends[low] = at;
      length = Math.max(length, low + 1);
    }
    var chosen = new ArrayList<int[]>();
    for (var at = length == 0 ? NONE : ends[length - 1]; at != NONE; at = previous[at]) {
      chosen.addFirst(pairs.get(at));
    }
    return chosen;
  }

  private RevisionMap runs() {
    var runs = new ArrayList<RevisionMap.Run>();
    for (var word = 0; word < beforeOf.length; ) {
      var from = word;
      while (++word < beforeOf.length && beforeOf[word] == beforeOf[from] + word - from) {}
      if (beforeOf[from] == NONE) {
        word = from + 1;
      } else {
        runs.add(new RevisionMap.Run(beforeOf[from], from, word - from));
      }
    }
    return new RevisionMap(runs);
  }
}
