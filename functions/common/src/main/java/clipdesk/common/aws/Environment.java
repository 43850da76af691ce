package clipdesk.common.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

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
    var value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is missing");
    }
    return value;
  }

  /** The variable, or the given value if it is missing or blank. */
  public String text(String name, String otherwise) {
    var value = variables.get(name);
    return value == null || value.isBlank() ? otherwise : value;
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
