package clipdesk.transcript.revision;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.Optional;

/**
 * A reading of an official text with the times of its words.
 *
 * @param number from 1; the next is one more
 * @param aligner version of the one that laid the text on the sound, and whether it knew where that
 *     is silent: another may give other times
 * @param source of the words: what they came in or who heard them; absent if there were none
 * @param biasMs by which what was heard was late, and which was taken off
 * @param sharePerMille of the words that were heard in runs, of a thousand
 * @param pauses where nobody speaks, in order, as far as that is known
 * @param fromBefore where the words of the revision before stand in this one
 */
public record Revision(
    VideoFacts video,
    int number,
    String aligner,
    Timing timing,
    Optional<String> source,
    int biasMs,
    int sharePerMille,
    Script script,
    WordTimes times,
    List<Stretch> pauses,
    RevisionMap fromBefore) {
  public Revision {
    pauses = List.copyOf(pauses);
  }

  public String language() {
    return script.language();
  }

  /** The same under another number: those of deleted ones are not given again. */
  public Revision numbered(int other) {
    return new Revision(
        video,
        other,
        aligner,
        timing,
        source,
        biasMs,
        sharePerMille,
        script,
        times,
        pauses,
        fromBefore);
  }

  /** With the text and without the times: what is left of it when the master is another. */
  public Revision untimed(VideoFacts other) {
    var none = new WordTimes(times.size());
    return new Revision(
        other,
        number,
        aligner,
        Timing.UNTIMED,
        Optional.empty(),
        0,
        0,
        script,
        none,
        List.of(),
        fromBefore);
  }
}
