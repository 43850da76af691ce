package clipdesk.transcript.edits;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One correction. */
public sealed interface Edit {
  /** At most so many are kept for a text. */
  int MOST = 500;

  /** The turn that begins so is spoken by this one. */
  record Assign(Anchor turn, Naming speaker) implements Edit {}

  /** Whoever this label means is called so. */
  record Rename(String label, Naming speaker) implements Edit {}

  /** Whoever the one label means is the same as the other's. */
  record Merge(String label, String into) implements Edit {}

  /** The line that begins so is of this kind. */
  record LineIs(Anchor line, LineKind kind) implements Edit {}

  /** These words stand in the text and were never said, or were after all. */
  record Spoken(Anchor words, boolean spoken) implements Edit {}

  /** The first of these words begins here. */
  record PinWord(Anchor words, int inMs) implements Edit {}

  /** Who is labelled so is nobody else, however alike the labels are. */
  record Part(String label) implements Edit {}

  /** What this finding asks about is right as it stands; one that is not there asks nothing. */
  record Accept(String finding) implements Edit {}

  /** The ids of findings that an editor has accepted. */
  static Set<String> accepted(List<Edit> edits) {
    return edits.stream()
        .filter(Accept.class::isInstance)
        .map(it -> ((Accept) it).finding())
        .collect(Collectors.toSet());
  }
}
