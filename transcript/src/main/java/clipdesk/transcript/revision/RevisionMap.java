package clipdesk.transcript.revision;

import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.WordRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the words of the revision before stand in this one: runs of the same words, in order in
 * both.
 */
public record RevisionMap(List<Run> runs) {
  /** As good as no revision before. */
  public static final RevisionMap NONE = new RevisionMap(List.of());

  /** So many words stand at {@code before} there and at {@code now} here. */
  public record Run(int before, int now, int words) {}

  public RevisionMap {
    runs = List.copyOf(runs);
  }

  /** From one script to another, whatever lies between them. */
  static RevisionMap between(Script before, Script now) {
    return WordRuns.between(words(before), words(now));
  }

  private static List<String> words(Script script) {
    return IntStream.range(0, script.words().size()).mapToObj(script::word).toList();
  }

  /** The same words here, if they still stand together. */
  public Optional<WordRange> of(WordRange before) {
    return runs.stream()
        .filter(run -> run.before() <= before.from())
        .filter(run -> before.to() <= run.before() + run.words())
        .map(run -> run.now() - run.before())
        .map(moved -> new WordRange(before.from() + moved, before.to() + moved))
        .findFirst();
  }
}
