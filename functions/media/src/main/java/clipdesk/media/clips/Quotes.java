package clipdesk.media.clips;

import clipdesk.contracts.catalogue.Video;
import java.util.List;

/** Finds where words are said. */
public interface Quotes {
  /**
   * Where, in the order of the quotes.
   *
   * @throws clipdesk.common.problem.ProblemException {@code validation} for words, languages and
   *     revisions that there are not; {@code quote-untimed} for words whose times are not good
   *     enough; {@code transcript-revision-stale} for those that are said elsewhere by now
   */
  List<Found> find(Video video, List<AskedQuote> quotes);

  /** Frames {@code [in, out)} of the video. */
  record Found(ClipQuote quote, long in, long out) {}
}
