package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** The one place where a refusal of the domain becomes an answer. */
@Singleton
final class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
  private final ProblemAnswers answers;

  ProblemHandler(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface asks for the raw type
  public HttpResponse<?> handle(HttpRequest request, ProblemException problem) {
    return answers.answer(request, problem);
  }
}
