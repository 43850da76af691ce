package clipdesk.transcript.align;

import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.timing.Activity;

/** Whether a sound is silent where nobody was heard, as far as that can be told. */
public final class Agreement {
  /** Shorter gaps between words are as good as none: their edges are off themselves. */
  private static final int SHORTEST_GAP_MS = 300;

  /** In halls where half of the words are heard wrong, it is a quarter and more. */
  private static final double LEAST_DIFFERENCE = 0.15;

  private Agreement() {}

  /**
   * Whether more is heard in the words than between them. It is not below music, of a loud crowd,
   * or in a sound that is not the one of the words: that tells nothing of pauses.
   */
  public static boolean holds(Heard heard, Activity activity) {
    var wordsMs = 0L;
    var activeInWordsMs = 0L;
    var gapsMs = 0L;
    var activeInGapsMs = 0L;
    var end = Integer.MAX_VALUE;
    for (var word : heard.words()) {
      wordsMs += word.outMs() - word.inMs();
      activeInWordsMs += activity.speechMs(word.inMs(), word.outMs());
      if (word.inMs() - (long) end >= SHORTEST_GAP_MS) {
        gapsMs += word.inMs() - end;
        activeInGapsMs += activity.speechMs(end, word.inMs());
      }
      end = end == Integer.MAX_VALUE ? word.outMs() : Math.max(end, word.outMs());
    }
    return wordsMs > 0
        && gapsMs > 0
        && (double) activeInWordsMs / wordsMs - (double) activeInGapsMs / gapsMs
            >= LEAST_DIFFERENCE;
  }
}
