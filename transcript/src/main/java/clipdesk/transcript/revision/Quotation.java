package clipdesk.transcript.revision;

import clipdesk.transcript.quote.Edge;
import clipdesk.transcript.quote.QuoteRule;
import clipdesk.transcript.quote.Quoted;
import clipdesk.transcript.script.ScriptPart;
import clipdesk.transcript.script.WordRange;
import java.util.Optional;

/** What becomes of words that somebody quotes from a transcript. */
public sealed interface Quotation {
  /**
   * They can be cut.
   *
   * @param words of the revision that is current
   * @param text what they say, on one line
   * @param in the first frame
   * @param out the frame after the last
   */
  record Taken(int revision, WordRange words, String text, long in, long out, Edge begin, Edge end)
      implements Quotation {}

  /** They have no times that are good enough; as {@link Quoted.Untimed}. */
  record Untimed(int uncertaintyMs, WordRange nearest) implements Quotation {}

  /**
   * They were quoted from a revision that is over, and are not said in the same frames any more, or
   * are not said.
   *
   * @param now where the same words stand together in the current one, if they do
   */
  record Stale(int currentRevision, Optional<Standing> now) implements Quotation {}

  /** Words and what they say. */
  record Standing(WordRange words, String text) {}

  /**
   * Of the current revision.
   *
   * @param words at least one, all of them in the transcript
   */
  static Quotation of(Revision current, WordRange words) {
    var video = current.video();
    return switch (new QuoteRule(current.times(), current.pauses(), video.durationMs()).of(words)) {
      case Quoted.Untimed it -> new Untimed(it.uncertaintyMs(), it.nearest());
      case Quoted.Times it -> {
        var in = Math.min(video.frames().shownAt(it.inMs()), video.frames().frames() - 1);
        var out = Math.max(video.frames().notBefore(it.outMs()), in + 1);
        var text = ScriptPart.text(current.script(), words);
        yield new Taken(current.number(), words, text, in, out, it.in(), it.out());
      }
    };
  }

  /**
   * Of an earlier revision: taken if the same words stand together in the current one, in the same
   * frames.
   *
   * @param words of the earlier one
   */
  static Quotation of(Revision earlier, WordRange words, Revision current) {
    var mapped = RevisionMap.between(earlier.script(), current.script()).of(words);
    if (mapped.isEmpty()) {
      return new Stale(current.number(), Optional.empty());
    }
    var before = of(earlier, words);
    var now = of(current, mapped.get());
    return haveSameFrames(before, now)
        ? now
        : new Stale(
            current.number(),
            Optional.of(
                new Standing(mapped.get(), ScriptPart.text(current.script(), mapped.get()))));
  }

  private static boolean haveSameFrames(Quotation before, Quotation now) {
    return switch (before) {
      case Taken was -> now instanceof Taken is && was.in() == is.in() && was.out() == is.out();
      default -> now instanceof Untimed;
    };
  }
}
