package clipdesk.media.transcripts;

import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.RefusedInputException;
import java.util.function.Supplier;

/** What the library refuses, as an answer to whoever sent it. */
final class Refusals {
  private static final String BODY = "";

  private Refusals() {}

  /**
   * @throws ProblemException {@code validation} with the library's code, about the body or about
   *     each item of it that is wrong
   */
  static <T> T told(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedInputException e) {
      if (e.faults().isEmpty()) {
        throw refused(e);
      }
      throw ProblemException.invalid(
          e.faults().stream()
              .map(it -> new FieldError("/" + it.index(), e.code(), it.message()))
              .toList());
    } catch (RefusedInputException e) {
      throw refused(e);
    }
  }

  private static ProblemException refused(RefusedInputException e) {
    return ProblemException.invalid(BODY, e.code(), e.getMessage());
  }
}
