package clipdesk.transcript.edits;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of corrections, by the names that reports and lists of corrections have for them. */
public enum Op {
  ASSIGN,
  RENAME,
  MERGE,
  PART,
  LABEL,
  NOT_SPOKEN,
  SPOKEN,
  PIN,
  ACCEPT;

  public static Optional<Op> of(String label) {
    return Stream.of(values()).filter(it -> it.label().equals(label)).findFirst();
  }

  /** {@code not-spoken}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
