package clipdesk.transcript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of words that stand in both texts and cannot be confused with others: the longest sequence
 * of them that keeps the order in both.
 */
final class Anchors {
  /** Token {@code written} of the official text is token {@code heard} of what was heard. */
  record Pair(int written, int heard) {}

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final int MOST_REPEATED = 8;

  private final Tokens written;
  private final Tokens heard;

  Anchors(Tokens written, Tokens heard) {
    this.written = written;
    this.heard = heard;
  }

  /** Runs of {@code length} that occur once in the written part and once in the heard one. */
  List<Pair> unique(Gap gap, int length) {
    return inOrder(gap, length, /* most= */ 1);
  }

  /** Runs that occur several times, the first with the first, the second with the second. */
  List<Pair> repeated(Gap gap, int length) {
    return inOrder(gap, length, MOST_REPEATED);
  }

  private List<Pair> inOrder(Gap gap, int length, int most) {
    var runs = runs(heard, gap.heardFrom(), gap.heardTo(), length);
    var seen = new HashMap<Long, Integer>();
    var counts = runs(written, gap.writtenFrom(), gap.writtenTo(), length);
    var pairs = new ArrayList<Pair>();
    for (var at = gap.writtenFrom(); at + length <= gap.writtenTo(); at++) {
      var run = hash(written, at, length);
      var there = runs.get(run);
      if (there != null && there.size() <= most && counts.get(run).size() <= most) {
        var nth = seen.merge(run, 1, Integer::sum) - 1;
        if (nth < there.size()) {
          pairs.add(new Pair(at, there.get(nth)));
        }
      }
    }
    return longestIncreasing(pairs);
  }

  private static Map<Long, List<Integer>> runs(Tokens tokens, int from, int to, int length) {
    var runs = new HashMap<Long, List<Integer>>();
    for (var at = from; at + length <= to; at++) {
      runs.computeIfAbsent(hash(tokens, at, length), unused -> new ArrayList<>(1)).add(at);
    }
    return runs;
  }

  /** Of 64 bits: among the runs of two texts none will meet by chance. */
  private static long hash(Tokens tokens, int at, int length) {
    var hash = 0L;
    for (var i = at; i < at + length; i++) {
      hash = (hash ^ tokens.id(i) + 1) * PRIME;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Pairs come by their written place; kept are most of those whose heard places rise too. */
  private static List<Pair> longestIncreasing(List<Pair> pairs) {
    var ends = new int[pairs.size()];
    var before = new int[pairs.size()];
    var length = 0;
    for (var i = 0; i < pairs.size(); i++) {
      var at = firstNotBelow(pairs, ends, length, pairs.get(i).heard());
      before[i] = at == 0 ? -1 : ends[at - 1];
      ends[at] = i;
      length = Math.max(length, at + 1);
    }
    var kept = new Pair[length];
    for (int at = length - 1, i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
      kept[at--] = pairs.get(i);
    }
    return Arrays.asList(kept);
  }

  private static int firstNotBelow(List<Pair> pairs, int[] ends, int length, int heard) {
    var low = 0;
    var high = length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (pairs.get(ends[middle]).heard() < heard) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
