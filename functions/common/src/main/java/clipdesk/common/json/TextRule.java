package clipdesk.common.json;

import java.util.Optional;

/**
 * What a text member may be.
 *
 * @param min fewest characters; from one on, at least one of them can be seen
 * @param max most characters (Unicode code points, after NFC)
 * @param lines whether it may have line feeds; no other control character ever passes
 */
record TextRule(int min, int max, boolean lines) {
  /** The code of the rule that a text breaks; empty if it breaks none. */
  Optional<String> broken(String text) {
    int length = UnicodeText.length(text);
    if (length < min || (min > 0 && UnicodeText.blank(text))) {
      return Optional.of("too-short");
    }
    if (length > max) {
      return Optional.of("too-long");
    }
    return text.chars().anyMatch(this::forbidden) ? Optional.of("control") : Optional.empty();
  }

  String inWords() {
    return "Must be %d to %d characters%s without %scontrol characters"
        .formatted(min, max, min > 0 ? ", not all blank," : "", lines ? "other " : "");
  }

  private boolean forbidden(int character) {
    return Character.isISOControl(character) && !(lines && character == '\n');
  }
}
