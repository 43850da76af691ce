package clipdesk.cutter.reencode;

import java.io.IOException;

/** The time for a cut is over. */
final class OutOfTimeException extends IOException {
  private static final long serialVersionUID = 1L;
}
