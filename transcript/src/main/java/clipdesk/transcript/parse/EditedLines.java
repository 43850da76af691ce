package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.LineKind;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.language.Folding;
import clipdesk.transcript.script.Finding.Code;
import clipdesk.transcript.text.OfficialText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lines that an editor has spoken for, found again by their first words. */
record EditedLines(Map<Integer, LineKind> kinds) {
  static EditedLines of(OfficialText official, List<Edit> edits, Findings findings) {
    var kinds = new HashMap<Integer, LineKind>();
    var phrases = new String[0];
    for (var edit : edits) {
      if (edit instanceof Edit.LineIs it) {
        phrases = phrases.length == 0 ? phrases(official) : phrases;
        find(phrases, it.line())
            .ifPresentOrElse(
                line -> kinds.put(line, it.kind()),
                () -> {
                  var what = Optional.of(Op.LABEL.label());
                  findings.add(Code.EDIT_LOST, 0, it.line().text(), what);
                });
      }
    }
    return new EditedLines(kinds);
  }

  static String[] phrases(OfficialText official) {
    return official.lines().stream()
        .map(line -> Folding.phrase(head(line.of(official.text()))))
        .toArray(String[]::new);
  }

  /** No anchor has more words than this. */
  static String head(String line) {
    return line.substring(0, Math.min(line.length(), 500));
  }

  private static Optional<Integer> find(String[] phrases, Anchor anchor) {
    var wanted = Folding.phrase(anchor.text());
    return IntStream.range(0, phrases.length)
        .filter(line -> begins(phrases[line], wanted))
        .skip(anchor.nth())
        .boxed()
        .findFirst();
  }

  static boolean begins(String phrase, String wanted) {
    return phrase.equals(wanted) || phrase.startsWith(wanted + " ");
  }
}
