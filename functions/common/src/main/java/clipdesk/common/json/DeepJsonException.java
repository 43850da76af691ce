package clipdesk.common.json;

/** The text is one JSON object, and nests deeper than we read. */
public final class DeepJsonException extends MalformedJsonException {
  DeepJsonException(Exception cause) {
    super(cause);
  }
}
