package clipdesk.transcript.align;

import java.util.Arrays;

/**
 * The best alignment of the two sides of a gap (Needleman-Wunsch), where one token may also meet
 * two. Only a band along the diagonal is looked at where the whole would be too much.
 */
final class GapTable {
  private static final float GAP = -0.45f;
  private static final float UNLIKE = -1f;
  private static final float NEVER = -1e9f;
  private static final float GAIN_OF_JOINED = 1.4f;

  private static final byte SKIP_WRITTEN = 1;
  private static final byte SKIP_HEARD = 2;
  private static final byte BOTH = 3;
  private static final byte ONE_FOR_TWO = 4;
  private static final byte TWO_FOR_ONE = 5;

  private final Gap gap;
  private final Tokens written;
  private final Tokens heard;
  private final Vocabulary vocabulary;
  private final int band;
  private final byte[][] steps;

  private GapTable(Gap gap, Tokens written, Tokens heard, Vocabulary vocabulary, int band) {
    this.gap = gap;
    this.written = written;
    this.heard = heard;
    this.vocabulary = vocabulary;
    this.band = band;
    this.steps = new byte[gap.written() + 1][];
  }

  /**
   * @param band columns on each side of the diagonal that are looked at
   */
  static void align(
      Gap gap, Tokens written, Tokens heard, Vocabulary vocabulary, int band, Matches matches) {
    var table = new GapTable(gap, written, heard, vocabulary, band);
    table.fill();
    table.walkBack(matches);
  }

  private int from(int row) {
    return Math.max(0, diagonal(row) - band);
  }

  private int to(int row) {
    return row == gap.written() ? gap.heard() : Math.min(gap.heard(), diagonal(row) + band);
  }

  private int diagonal(int row) {
    return (int) ((long) row * gap.heard() / gap.written());
  }

  private void fill() {
    var width = gap.heard() + 1;
    var twoAbove = new float[width];
    var above = new float[width];
    var row = new float[width];
    Arrays.fill(twoAbove, NEVER);
    Arrays.fill(above, NEVER);
    for (var i = 0; i <= gap.written(); i++) {
      Arrays.fill(row, Math.max(0, from(i) - 1), Math.min(width, to(i) + 2), NEVER);
      steps[i] = new byte[to(i) - from(i) + 1];
      for (var j = from(i); j <= to(i); j++) {
        row[j] = cell(i, j, row, above, twoAbove);
      }
      var spare = twoAbove;
      twoAbove = above;
      above = row;
      row = spare;
    }
  }

  private float cell(int i, int j, float[] row, float[] above, float[] twoAbove) {
    if (i == 0 && j == 0) {
      return 0;
    }
    var best = NEVER;
    byte step = 0;
    if (j > 0 && row[j - 1] + GAP > best) {
      best = row[j - 1] + GAP;
      step = SKIP_HEARD;
    }
    if (i > 0 && reaches(i - 1, j) && above[j] + GAP > best) {
      best = above[j] + GAP;
      step = SKIP_WRITTEN;
    }
    if (i > 0 && j > 0 && reaches(i - 1, j - 1)) {
      var one = written.id(gap.writtenFrom() + i - 1);
      var other = heard.id(gap.heardFrom() + j - 1);
      var alike = vocabulary.similarity(one, other);
      var score = above[j - 1] + (alike == 0 ? UNLIKE : (float) alike);
      if (score >= best) {
        best = score;
        step = BOTH;
      }
      if (one != other && j > 1 && reaches(i - 1, j - 2)) {
        var before = heard.id(gap.heardFrom() + j - 2);
        var joined = joined(one, before, other);
        if (joined > 0 && above[j - 2] + joined > best) {
          best = above[j - 2] + joined;
          step = ONE_FOR_TWO;
        }
      }
      if (one != other && i > 1 && reaches(i - 2, j - 1)) {
        var before = written.id(gap.writtenFrom() + i - 2);
        var joined = joined(other, before, one);
        if (joined > 0 && twoAbove[j - 1] + joined > best) {
          best = twoAbove[j - 1] + joined;
          step = TWO_FOR_ONE;
        }
      }
    }
    steps[i][j - from(i)] = step;
    return best;
  }

  private float joined(int one, int first, int second) {
    var alike = vocabulary.similarity(one, first, second);
    return (float) (GAIN_OF_JOINED * alike);
  }

  private boolean reaches(int row, int column) {
    return column >= from(row) && column <= to(row);
  }

  private void walkBack(Matches matches) {
    var i = gap.written();
    var j = gap.heard();
    while (i > 0 && j > 0) {
      var one = gap.writtenFrom() + i - 1;
      var other = gap.heardFrom() + j - 1;
      switch (steps[i][j - from(i)]) {
        case SKIP_WRITTEN -> i--;
        case SKIP_HEARD -> j--;
        case ONE_FOR_TWO -> {
          var alike = vocabulary.similarity(written.id(one), heard.id(other - 1), heard.id(other));
          matches.set(one, other - 1, other, alike);
          i--;
          j -= 2;
        }
        case TWO_FOR_ONE -> {
          var alike = vocabulary.similarity(heard.id(other), written.id(one - 1), written.id(one));
          matches.set(one, other, other, alike);
          matches.set(one - 1, other, other, alike);
          i -= 2;
          j--;
        }
        case BOTH -> {
          var alike = vocabulary.similarity(written.id(one), heard.id(other));
          if (alike > 0) {
            matches.set(one, other, other, alike);
          }
          i--;
          j--;
        }
        default -> {
          // Outside of the band: nothing is matched there.
          i--;
          j = Math.min(j, to(i));
        }
      }
    }
  }
}
