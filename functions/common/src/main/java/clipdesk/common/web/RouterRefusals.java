package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the framework refuses by itself (no route, wrong method, wrong media type), in our words:
 * its own texts quote parser internals and exception messages.
 */
@Singleton
final class RouterRefusals implements ErrorResponseProcessor<String> {
  private final ProblemAnswers answers;

  RouterRefusals(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public MutableHttpResponse<String> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var problem = new ProblemException(typeOf(response.code()));
    var allow = response.getHeaders().get(HttpHeaders.ALLOW);
    if (allow != null) {
      problem.withHeader(HttpHeaders.ALLOW, sorted(allow));
    }
    return answers.answer(context.getRequest(), problem);
  }

  /** The framework's order is that of a hash set. */
  private static String sorted(String methods) {
    return Arrays.stream(methods.split(",")).sorted().collect(Collectors.joining(", "));
  }

  private static ProblemType typeOf(int status) {
    return switch (status) {
      case 401 -> ProblemType.UNAUTHENTICATED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
    };
  }
}
