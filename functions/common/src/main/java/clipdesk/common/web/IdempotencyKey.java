package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.regex.Pattern;

/**
 * What a client makes up for one intended act and sends again with every try of it.
 *
 * @param text 16 to 64 of {@code A-Z a-z 0-9 _ -}
 */
public record IdempotencyKey(String text) {
  private static final String NAME = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  /**
   * @throws ProblemException {@code validation} if the header is missing, malformed, or there more
   *     than once
   */
  public static IdempotencyKey of(HttpRequest<?> request) {
    var given = request.getHeaders().getAll(NAME);
    if (given.isEmpty()) {
      throw refused("missing", "Is required: 16 to 64 of A-Z a-z 0-9 _ -");
    }
    if (given.size() > 1 || !FORM.matcher(given.getFirst()).matches()) {
      throw refused("malformed", "Must be 16 to 64 of A-Z a-z 0-9 _ -, once");
    }
    return new IdempotencyKey(given.getFirst());
  }

  /** The answer to who uses a key of one act for another. */
  public static ProblemException reused() {
    return new ProblemException(
        ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used for another request");
  }

  /** Says that the answer is that of the first try. */
  public static <T> MutableHttpResponse<T> replayed(MutableHttpResponse<T> answer) {
    return answer.header("Idempotency-Replayed", "true");
  }

  private static ProblemException refused(String code, String detail) {
    return ProblemException.invalid("header:" + NAME, code, detail);
  }
}
