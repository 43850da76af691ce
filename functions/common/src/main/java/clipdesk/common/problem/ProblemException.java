package clipdesk.common.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller did wrong or may not have. A feature extends it with a small exception named by
 * what happened; one handler makes problem+json of it and nothing else catches it.
 *
 * <p>The message becomes the {@code detail} of the answer: one sentence, no internals, no personal
 * data.
 */
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  public ProblemException(ProblemType type, String detail) {
    // A refusal is an answer, not a failure of ours: its stack trace would never be read.
    super(requireNonNull(detail), null, false, false);
    this.type = requireNonNull(type);
  }

  /** A {@code validation} problem that names every broken rule at once. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(ProblemType.VALIDATION, "The request breaks a rule")
        .with("errors", List.copyOf(errors));
  }

  /** A {@code validation} problem about one field. */
  public static ProblemException invalid(String pointer, String code, String detail) {
    return invalid(List.of(new FieldError(pointer, code, detail)));
  }

  /** Adds a member of the type's own, such as {@code attemptsLeft}. */
  public final ProblemException with(String member, Object value) {
    members.put(member, requireNonNull(value));
    return this;
  }

  /** Adds a response header, such as {@code ETag}. */
  public final ProblemException withHeader(String name, String value) {
    headers.put(name, requireNonNull(value));
    return this;
  }

  /** Says when to come back; rounded up to whole seconds, at least one. */
  public final ProblemException retryAfter(Duration wait) {
    long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L));
    return withHeader("Retry-After", Long.toString(seconds));
  }

  public final ProblemType type() {
    return type;
  }

  /** Members beyond those every problem has, in the order they were added. */
  public final Map<String, Object> members() {
    return Map.copyOf(members);
  }

  public final Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
