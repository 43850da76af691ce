package clipdesk.transcript.refusals;

/** An input that gives no transcript, with a code that callers can be told. */
public abstract sealed class RefusedInputException extends RuntimeException
    permits MalformedInputException, UnsupportedInputException {
  private final String code;

  RefusedInputException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, in lower case with hyphens: {@code not-utf-8}, {@code empty}, {@code bad-time}. */
  public String code() {
    return code;
  }
}
