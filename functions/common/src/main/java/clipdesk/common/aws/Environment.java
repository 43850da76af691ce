package clipdesk.common.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a function, read once at start into one typed record of its own. A
 * missing or blank variable is an error that names it.
 */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(requireNonNull(variables));
  }

  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /**
   * @throws IllegalStateException if the variable is missing or blank
   */
  public String text(String name) {
    return optionalText(name)
        .orElseThrow(
            () -> new IllegalStateException("The environment variable " + name + " is missing"));
  }

  /** The variable, unless it is missing or blank: a template can give none otherwise. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * @throws IllegalStateException if the variable is missing or no whole number
   */
  public long number(String name) {
    var value = text(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "The environment variable " + name + " must be a whole number, not " + value, e);
    }
  }

  /** An absolute address without a trailing slash. */
  public URI address(String name) {
    var value = text(name);
    return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
  }
}
