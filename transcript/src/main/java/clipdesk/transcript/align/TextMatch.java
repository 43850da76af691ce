package clipdesk.transcript.align;

import java.util.List;

/**
 * Matches the two texts: runs that are unmistakable first, then what lies between them. The number
 * of cells looked at is bounded for the two texts as a whole, so that a text that stands twice, or
 * one word ten thousand times, takes no longer than any other.
 */
final class TextMatch {
  private static final int ANCHOR = 3;
  private static final int SMALLER_ANCHOR = 2;
  private static final int REPEATED_ANCHOR = 5;
  private static final long WHOLE = 4_000_000;
  private static final int WIDEST_BAND = 1_500;
  private static final int NARROWEST_BAND = 8;

  private final Tokens written;
  private final Tokens heard;
  private final Vocabulary vocabulary;
  private final Anchors anchors;
  private final Matches matches;
  private long cellsLeft = 20_000_000;

  private TextMatch(Tokens written, Tokens heard, Vocabulary vocabulary) {
    this.written = written;
    this.heard = heard;
    this.vocabulary = vocabulary;
    this.anchors = new Anchors(written, heard);
    this.matches = new Matches(written.size());
  }

  static Matches of(Tokens written, Tokens heard, Vocabulary vocabulary) {
    var match = new TextMatch(written, heard, vocabulary);
    var all = new Gap(0, written.size(), 0, heard.size());
    match.between(all, match.anchors.unique(all, ANCHOR), ANCHOR);
    return match.matches;
  }

  private void between(Gap gap, List<Anchors.Pair> pairs, int length) {
    var nextWritten = gap.writtenFrom();
    var nextHeard = gap.heardFrom();
    for (var pair : pairs) {
      for (var i = 0; i < length; i++) {
        var one = pair.written() + i;
        var other = pair.heard() + i;
        if (one >= nextWritten && other >= nextHeard) {
          fill(new Gap(nextWritten, one, nextHeard, other));
          matches.set(one, other, other, 1);
          nextWritten = one + 1;
          nextHeard = other + 1;
        }
      }
    }
    fill(new Gap(nextWritten, gap.writtenTo(), nextHeard, gap.heardTo()));
  }

  private void fill(Gap gap) {
    if (gap.cells() == 0) {
      return;
    }
    if (gap.cells() > WHOLE) {
      var smaller = anchors.unique(gap, SMALLER_ANCHOR);
      if (!smaller.isEmpty()) {
        between(gap, smaller, SMALLER_ANCHOR);
        return;
      }
      var repeated = anchors.repeated(gap, REPEATED_ANCHOR);
      if (!repeated.isEmpty()) {
        between(gap, repeated, REPEATED_ANCHOR);
        return;
      }
    }
    var affordable = Math.max(0, cellsLeft) / (2L * gap.written() + 1);
    var band = Math.clamp(affordable, NARROWEST_BAND, WIDEST_BAND);
    cellsLeft -= Math.min(gap.cells(), 2L * band * gap.written());
    GapTable.align(gap, written, heard, vocabulary, band, matches);
  }
}
