package clipdesk.common.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;

/** The text is not one JSON object. The parser's own words are for our logs, not for callers. */
public sealed class MalformedJsonException extends RuntimeException permits DeepJsonException {
  MalformedJsonException(Exception cause) {
    super("The text is not a JSON object", cause);
  }

  /** Where reading stopped, in words; empty if that is no one place. */
  public Optional<String> place() {
    return getCause() instanceof JsonProcessingException parsing && parsing.getLocation() != null
        ? Optional.of(
            "line %d, column %d"
                .formatted(parsing.getLocation().getLineNr(), parsing.getLocation().getColumnNr()))
        : Optional.empty();
  }
}
