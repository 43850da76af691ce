package clipdesk.transcript.parse;

import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What looks odd in the speech itself. It stays as it stands: speakers do say "that that". */
final class TextNotes {
  /** Pronouns that French verbs want twice: "nous nous réunissons". */
  private static final Set<String> DOUBLE_BY_NATURE = Set.of("nous", "vous");

  private final OfficialText official;
  private final Findings findings;
  private final List<Span> words;
  private final Layout layout;

  TextNotes(OfficialText official, Findings findings, List<Span> words) {
    this.official = official;
    this.findings = findings;
    this.words = words;
    this.layout = new Layout(official);
  }

  void note(List<SpokenTurn> turns) {
    for (var turn : turns) {
      var end = turn.sentences().getLast().span();
      if (layout.isBrokenOff(end)) {
        findings.add(Code.BROKEN_OFF, findings.lineAt(end.end() - 1), Optional.empty());
      }
      turn.sentences().forEach(it -> noteDoubledWords(it.fromWord(), it.toWord()));
    }
  }

  private void noteDoubledWords(int from, int to) {
    for (var word = from + 1; word < to; word++) {
      var before = words.get(word - 1);
      var here = words.get(word);
      if (before.length() == here.length()
          && here.start() - before.end() == 1
          && Character.isLetter(official.text().charAt(here.start()))
          && key(before).equals(key(here))
          && !DOUBLE_BY_NATURE.contains(key(here))) {
        findings.add(
            Code.DOUBLED_WORD,
            findings.lineAt(here.start()),
            Optional.of(here.of(official.text())));
      }
    }
  }

  private String key(Span word) {
    return Folding.key(word.of(official.text()));
  }
}
