package clipdesk.newsletters.imports;

import java.util.List;
import java.util.Optional;

/** What a line of a list comes to. */
public enum Verdict {
  NEW("new"),
  ALREADY_ON("alreadyOn"),
  WITHDRAWN("withdrawn"),
  SUPPRESSED("suppressed"),
  MALFORMED("malformed"),
  WITHOUT_PROOF("withoutProof");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As it is written. */
  String text() {
    return text;
  }

  static Optional<Verdict> of(String text) {
    return List.of(values()).stream().filter(it -> it.text.equals(text)).findFirst();
  }

  /** Whether an editor is told the line. */
  boolean told() {
    return this != NEW && this != ALREADY_ON;
  }
}
