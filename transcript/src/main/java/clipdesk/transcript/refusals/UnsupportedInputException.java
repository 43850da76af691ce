package clipdesk.transcript.refusals;

/** The input is of a form that is not read here, or larger than is taken. */
public final class UnsupportedInputException extends RefusedInputException {
  public UnsupportedInputException(String code, String message) {
    super(code, message);
  }
}
