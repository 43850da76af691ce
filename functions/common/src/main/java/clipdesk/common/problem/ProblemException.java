package clipdesk.common.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller did wrong or may not have, named by its type; one handler makes problem+json of it.
 *
 * <p>The message, if there is one, becomes the {@code detail} of the answer: one sentence, no
 * internals, no personal data.
 */
public final class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /** One whose type says it all. */
  public ProblemException(ProblemType type) {
    this(type, Optional.empty());
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, Optional.of(detail));
  }

  private ProblemException(ProblemType type, Optional<String> detail) {
    // A refusal is an answer, not a failure of ours: its stack trace would never be read.
    super(detail.orElse(null), null, false, false);
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
  public ProblemException with(String member, Object value) {
    members.put(member, requireNonNull(value));
    return this;
  }

  /** Adds a response header, such as {@code ETag}. */
  public ProblemException withHeader(String name, String value) {
    headers.put(name, requireNonNull(value));
    return this;
  }

  /** Says when to come back; rounded up to whole seconds, at least one. */
  public ProblemException retryAfter(Duration wait) {
    long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L));
    return withHeader("Retry-After", Long.toString(seconds));
  }

  public ProblemType type() {
    return type;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(getMessage());
  }

  /** Members beyond those every problem has. */
  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
