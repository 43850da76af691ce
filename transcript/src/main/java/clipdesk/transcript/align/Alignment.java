package clipdesk.transcript.align;

import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;

/**
 * Times for the words of a script, or why there are none.
 *
 * @param share of the words that lie in runs of heard ones, from 0 to 1: whether this is the text
 *     of this sound at all
 * @param biasMs by which all heard times were late, and which was taken off
 * @param pauses where nobody speaks, in order; none where nothing was heard
 */
public record Alignment(
    State state, WordTimes times, double share, int biasMs, List<Stretch> pauses) {
  public Alignment {
    pauses = List.copyOf(pauses);
  }

  public enum State {
    ALIGNED,
    /** Aligned, but so little was heard that an editor should look. */
    DOUBTFUL,
    /** The text of something else: no times. */
    MISMATCH,
    ESTIMATED
  }
}
