package clipdesk.transcript.search;

import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.WordRange;
import java.util.List;
import java.util.Optional;

/**
 * A passage that answers, as people get it.
 *
 * @param sentence the one that answers most of what is asked, the first of several
 * @param matched words of the whole passage, numbered over the revision
 */
public record Hit(
    Revision revision, Optional<Speaker> speaker, Sentence sentence, List<WordRange> matched) {
  public Hit {
    matched = List.copyOf(matched);
  }

  /**
   * @param word of the revision, in the passage
   * @return nothing if the passage does not answer, or there is none
   */
  public static Optional<Hit> at(Revision revision, int word, Answering answering) {
    return Passage.at(revision, word).flatMap(it -> in(revision, it, answering));
  }

  /** Looks through all of it, as one does without an index. */
  public static List<Hit> all(Revision revision, Answering answering) {
    return Passage.of(revision).stream()
        .flatMap(it -> in(revision, it, answering).stream())
        .toList();
  }

  private static Optional<Hit> in(Revision revision, Passage passage, Answering answering) {
    return answering
        .in(passage.words(revision.script()))
        .map(
            found ->
                new Hit(
                    revision,
                    passage.speaker(),
                    best(passage, found),
                    Answering.merged(found).stream()
                        .map(it -> moved(it, passage.fromWord()))
                        .toList()));
  }

  private static Sentence best(Passage passage, List<List<WordRange>> found) {
    var best = passage.sentences().getFirst();
    var most = 0L;
    for (var sentence : passage.sentences()) {
      var answered =
          found.stream()
              .filter(
                  term ->
                      term.stream()
                          .map(it -> moved(it, passage.fromWord()))
                          .anyMatch(it -> isIn(sentence, it.from())))
              .count();
      if (answered > most) {
        best = sentence;
        most = answered;
      }
    }
    return best;
  }

  private static boolean isIn(Sentence sentence, int word) {
    return word >= sentence.fromWord() && word < sentence.toWord();
  }

  private static WordRange moved(WordRange range, int by) {
    return new WordRange(range.from() + by, range.to() + by);
  }
}
