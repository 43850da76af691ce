package clipdesk.common.json;

/** The text is not one JSON object. The parser's own words are for our logs, not for callers. */
public final class MalformedJsonException extends RuntimeException {
  MalformedJsonException(Exception cause) {
    super("The text is not a JSON object", cause);
  }
}
