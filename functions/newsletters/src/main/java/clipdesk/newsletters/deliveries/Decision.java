package clipdesk.newsletters.deliveries;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody decided about a parked row.
 *
 * @param by an account, or {@link #BY_EVIDENCE}
 */
public record Decision(Choice choice, String by, Instant at) {
  /** Decided by the stack itself, where its operator wants that. */
  public static final String BY_EVIDENCE = "evidence";

  public Decision {
    requireNonNull(choice);
    requireNonNull(by);
    requireNonNull(at);
  }

  /** Send it once more, or never. */
  public enum Choice {
    RESEND,
    ABANDON;

    public static Optional<Choice> of(String text) {
      return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
