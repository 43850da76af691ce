package clipdesk.transcript.align;

/** How much of a text lies in runs of heard words; a wrong text has words in common, not runs. */
final class Runs {
  private static final int SHORTEST = 5;
  private static final int SKIPPED_WRITTEN = 2;
  private static final int SKIPPED_HEARD = 4;

  private Runs() {}

  /** The share of the words that are in runs of at least five, small gaps allowed. */
  static double share(Matches matches, Tokens written, int words) {
    var inRuns = 0;
    var run = 0;
    var last = -1;
    var lastWord = -1;
    for (var i = 0; i < matches.size(); i++) {
      if (!matches.has(i)) {
        continue;
      }
      var goesOn =
          last >= 0
              && i - last <= SKIPPED_WRITTEN
              && matches.first(i) - matches.last(last) <= SKIPPED_HEARD;
      if (!goesOn) {
        inRuns += run >= SHORTEST ? run : 0;
        run = 0;
      }
      run += written.word(i) == lastWord ? 0 : 1;
      lastWord = written.word(i);
      last = i;
    }
    inRuns += run >= SHORTEST ? run : 0;
    return words == 0 ? 0 : (double) inRuns / words;
  }
}
