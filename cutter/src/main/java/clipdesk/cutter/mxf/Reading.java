package clipdesk.cutter.mxf;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;

/** Essence is looked at while a cut is planned: what is damaged there is for others to conceal. */
interface Reading<T> {
  T result() throws IOException;

  /**
   * @throws UnsupportedMasterException if anything is not as it should be
   */
  static <T> T patiently(Reading<T> reading) throws IOException {
    try {
      return reading.result();
    } catch (MalformedMasterException | ArithmeticException unreadable) {
      var unsupported =
          new UnsupportedMasterException(FallbackReason.CONTAINER, unreadable.getMessage());
      unsupported.initCause(unreadable);
      throw unsupported;
    }
  }
}
