package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.language.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom an editor keeps apart from everybody who is labelled nearly so.
 *
 * @param called phrases of their names, of their offices where a label has no name
 */
record Parted(Set<String> called) {
  static Parted of(List<Edit> edits, List<LabelLine> labels, String text) {
    var called = new HashSet<String>();
    for (var edit : edits) {
      if (edit instanceof Edit.Part(var label)) {
        var wanted = Folding.phrase(label);
        labels.stream()
            .filter(it -> Folding.phrase(it.at().of(text)).equals(wanted) || isCalled(it, wanted))
            .forEach(it -> called.add(called(it.label())));
      }
    }
    return new Parted(called);
  }

  boolean has(Label label) {
    return called.contains(called(label));
  }

  /** A part that comes after a merge of the same label takes it back. */
  static boolean takesBack(Edit.Merge merge, List<Edit> edits) {
    var wanted = Folding.phrase(merge.label());
    return edits.subList(edits.lastIndexOf(merge), edits.size()).stream()
        .anyMatch(it -> it instanceof Edit.Part(var label) && Folding.phrase(label).equals(wanted));
  }

  static String called(Label label) {
    return label.name().or(label::role).map(Folding::phrase).orElse("");
  }

  private static boolean isCalled(LabelLine line, String phrase) {
    return called(line.label()).equals(phrase);
  }
}
