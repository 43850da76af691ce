package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Whatever nobody expected: one log line with the trace id, and an answer that tells nothing. A
 * service behind us that failed or throttled after the SDK's retries is {@code unavailable}, so
 * that callers know to come back.
 */
@Singleton
final class UnexpectedErrorHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorHandler.class);
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final ProblemAnswers answers;

  UnexpectedErrorHandler(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface asks for the raw type
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    HttpRequest<?> typed = request;
    LOG.error("Unexpected failure, trace id {}", GatewayEvents.traceId(typed), tellable(failure));
    return answers.answer(typed, transientFailure(failure) ? unavailable() : internal());
  }

  /** What AWS refuses it quotes, and with it whatever a person typed: its class and place do. */
  private static Throwable tellable(Throwable failure) {
    if (!(failure instanceof AwsServiceException service)) {
      return failure;
    }
    var told =
        new IllegalStateException(
            "%s, status %d, request %s"
                .formatted(
                    service.getClass().getName(), service.statusCode(), service.requestId()));
    told.setStackTrace(service.getStackTrace());
    return told;
  }

  private static boolean transientFailure(Throwable failure) {
    return failure instanceof SdkClientException
        || (failure instanceof SdkException sdk && sdk.retryable())
        || (failure instanceof AwsServiceException service
            && (service.isThrottlingException() || service.statusCode() >= 500));
  }

  private static ProblemException unavailable() {
    return new ProblemException(ProblemType.UNAVAILABLE).retryAfter(COME_BACK);
  }

  private static ProblemException internal() {
    return new ProblemException(ProblemType.INTERNAL);
  }
}
