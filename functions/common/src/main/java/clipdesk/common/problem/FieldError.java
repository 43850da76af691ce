package clipdesk.common.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One broken rule in a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body, {@code header:Name} or {@code query:name}
 * @param code stable, lower-case kebab
 * @param detail one sentence for a person, unless the code says it all
 */
public record FieldError(String pointer, String code, Optional<String> detail) {
  public FieldError {
    requireNonNull(pointer);
    requireNonNull(code);
    requireNonNull(detail);
  }

  public FieldError(String pointer, String code) {
    this(pointer, code, Optional.empty());
  }

  public FieldError(String pointer, String code, String detail) {
    this(pointer, code, Optional.of(detail));
  }
}
