package clipdesk.newsletters.lists;

/** A file that is refused as a whole: nothing of it is taken. */
public final class RefusedListException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final long line;

  /**
   * @param code for programs
   * @param line where it is, from 1 on
   */
  public RefusedListException(String code, long line) {
    super(code + " in line " + line);
    this.code = code;
    this.line = line;
  }

  public String code() {
    return code;
  }

  public long line() {
    return line;
  }
}
