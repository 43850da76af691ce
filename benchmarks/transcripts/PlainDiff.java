import clipdesk.transcript.language.Folding;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;

/**
 * What is usual: the longest common subsequence of the words, and even spacing in the gaps. In a
 * window along the diagonal, since the whole table of two hours does not fit into memory.
 */
final class PlainDiff {
  private static final int WINDOW = 1_500;

  private PlainDiff() {}

  static WordTimes align(Simulation truth) {
    var words = truth.script().words().size();
    var written = new String[words];
    for (var i = 0; i < words; i++) {
      written[i] = Folding.key(truth.script().word(i));
    }
    var heard =
        truth.heard().words().stream().map(it -> Folding.key(it.text())).toArray(String[]::new);
    var times = new WordTimes(words);
    for (var pair : common(written, heard)) {
      var word = truth.heard().words().get(pair[1]);
      times.set(pair[0], How.A, word.inMs(), word.outMs(), 0);
    }
    space(times, truth.durationMs());
    return times;
  }

  private static java.util.List<int[]> common(String[] written, String[] heard) {
    var rows = written.length;
    var lengths = new int[rows + 1][];
    for (var i = rows; i >= 0; i--) {
      lengths[i] = new int[2 * WINDOW + 2];
      for (var k = 2 * WINDOW; i < rows && k >= 0; k--) {
        var j = center(i, rows, heard.length) - WINDOW + k;
        if (j < 0 || j >= heard.length) {
          continue;
        }
        lengths[i][k] =
            written[i].equals(heard[j])
                ? 1 + at(lengths, i + 1, j + 1, rows, heard.length)
                : Math.max(at(lengths, i + 1, j, rows, heard.length), lengths[i][k + 1]);
      }
    }
    var pairs = new java.util.ArrayList<int[]>();
    for (int i = 0, j = 0; i < rows && j < heard.length; ) {
      if (written[i].equals(heard[j])) {
        pairs.add(new int[] {i++, j++});
      } else if (at(lengths, i + 1, j, rows, heard.length)
          >= at(lengths, i, j + 1, rows, heard.length)) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  private static int center(int i, int rows, int columns) {
    return (int) ((long) i * columns / Math.max(1, rows));
  }

  private static int at(int[][] lengths, int i, int j, int rows, int columns) {
    var k = j - center(i, rows, columns) + WINDOW;
    return k < 0 || k > 2 * WINDOW ? 0 : lengths[i][k];
  }

  /** Even spacing, said to be placed without a word about how far off it may be. */
  private static void space(WordTimes times, int durationMs) {
    for (int from = 0, to; from < times.size(); from = to + 1) {
      to = from;
      while (to < times.size() && !times.hasTime(to)) {
        to++;
      }
      var start = from == 0 ? 0 : times.out(from - 1);
      var end = to == times.size() ? durationMs : Math.max(start, times.in(to));
      for (var i = from; i < to; i++) {
        var in = start + (end - start) * (i - from) / (to - from);
        times.set(i, How.I, in, start + (end - start) * (i - from + 1) / (to - from), 0);
      }
    }
  }
}
