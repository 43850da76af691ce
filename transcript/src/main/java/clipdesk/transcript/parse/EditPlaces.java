package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.language.Words;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What edits name the place of a finding by: each anchor finds that very turn, line or run of words
 * when the same text is read again.
 */
public final class EditPlaces {
  /** So many words tell a place; more of them only get lost more easily. */
  private static final int MOST_WORDS = 12;

  /** An anchor's text is no longer than this. */
  private static final int MAX_TEXT = 1_000;

  private final Script script;
  private final SpokenWords spoken;
  private final String[] lines;

  public EditPlaces(Script script) {
    this.script = script;
    this.spoken = SpokenWords.of(script.official().text(), script.words());
    this.lines = EditedLines.phrases(script.official());
  }

  /**
   * By what an edit names it; what there is none of is absent.
   *
   * @param turn that the finding is in
   * @param line that it is in
   * @param words all that are spoken there, or as many as an anchor holds
   * @param label that stands in the line
   */
  public record Names(
      Optional<Anchor> turn,
      Optional<Anchor> line,
      Optional<Anchor> words,
      Optional<String> label) {
    private static final Names NONE =
        new Names(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Names of(Finding finding) {
    if (finding.code() == Finding.Code.EDIT_LOST) {
      return Names.NONE;
    }
    var line = script.official().lines().get(finding.line() - 1);
    var turn = finding.turn().stream().boxed().findFirst();
    return new Names(
        turn.flatMap(this::turn),
        line(finding.line() - 1, line),
        words(spoken(finding)),
        turn.flatMap(it -> script.turns().get(it).label())
            .filter(it -> line.start() <= it.start() && it.end() <= line.end())
            .map(it -> it.of(script.official().text())));
  }

  /**
   * The words that a finding is about; where its line has none, the empty range before the next.
   */
  public WordRange spoken(Finding finding) {
    var line = script.official().lines().get(finding.line() - 1);
    return finding.words().orElseGet(() -> within(line));
  }

  private Optional<Anchor> turn(int number) {
    var turn = script.turns().get(number);
    var most = Math.min(turn.toWord(), turn.fromWord() + MOST_WORDS);
    return text(new WordRange(turn.fromWord(), most))
        .map(
            text -> {
              var wanted = SpokenWords.keys(text);
              var before =
                  script.turns().stream()
                      .limit(number)
                      .filter(it -> spoken.standsAt(it.fromWord(), wanted))
                      .count();
              return new Anchor(text, (int) before);
            });
  }

  private Optional<Anchor> line(int number, Span line) {
    var head = EditedLines.head(line.of(script.official().text()));
    var words = Words.cut(head, 0, head.length()).stream().limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var text = head.substring(words.getFirst().start(), words.getLast().end());
    var wanted = Folding.phrase(text);
    var before =
        IntStream.range(0, number).filter(it -> EditedLines.begins(lines[it], wanted)).count();
    return Optional.of(new Anchor(text, (int) before));
  }

  private Optional<Anchor> words(WordRange range) {
    return text(range).map(it -> new Anchor(it, spoken.before(range.from(), SpokenWords.keys(it))));
  }

  /** The words alone, without notes and signs between them; fewer where they read otherwise so. */
  private Optional<String> text(WordRange range) {
    for (var to = range.to(); to > range.from(); to--) {
      var text = String.join(" ", texts(range.from(), to));
      if (text.length() <= MAX_TEXT
          && SpokenWords.keys(text).equals(spoken.keys().subList(range.from(), to))) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(script::word).toList();
  }

  private WordRange within(Span line) {
    var from = firstFrom(line.start());
    return new WordRange(from, Math.max(from, firstFrom(line.end())));
  }

  /** The first word that begins there or later. */
  private int firstFrom(int offset) {
    var words = script.words();
    var low = 0;
    var high = words.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (words.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
