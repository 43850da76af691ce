package clipdesk.common.web;

import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;

/** Which problem an answer tells, for filters: its body is text by then. */
public final class AnsweredProblem {
  private static final String ATTRIBUTE = "clipdesk.problem";

  private AnsweredProblem() {}

  static void put(MutableHttpResponse<?> response, ProblemType type) {
    response.setAttribute(ATTRIBUTE, type);
  }

  /** Empty if the answer is none of our problems. */
  public static Optional<ProblemType> in(HttpResponse<?> response) {
    return response.getAttribute(ATTRIBUTE, ProblemType.class);
  }
}
