package clipdesk.accounts.directory;

/** A refresh token came again after its rotation: it is in two hands, and its session is to end. */
public final class ReusedTokenException extends Exception {
  private static final long serialVersionUID = 1L;
}
