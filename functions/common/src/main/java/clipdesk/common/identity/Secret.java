package clipdesk.common.identity;

import static java.util.Objects.requireNonNull;

/**
 * A password, a code, a token or a key, in a type that never shows it: a record or a message that
 * holds one can be printed. Two of them must not be compared where time could tell how far they
 * agree.
 *
 * @param text what must not be shown; whoever asks for it by name takes care of it
 */
public record Secret(String text) {
  public Secret {
    requireNonNull(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
