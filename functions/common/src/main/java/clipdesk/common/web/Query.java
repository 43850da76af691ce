package clipdesk.common.web;

import clipdesk.common.json.Rfc3339;
import clipdesk.common.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The query of a request, as the gateway decoded it: the framework's own reader mixes it with the
 * fields of a form. A parameter stands once or not at all, and an empty value is a value. Those
 * that nobody asks for are no matter: some are there to pass a cache by.
 */
public final class Query {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final Map<String, List<String>> values;

  private Query(Map<String, List<String>> values) {
    this.values = values;
  }

  public static Query of(HttpRequest<?> request) {
    var event = GatewayEvents.of(request);
    var values = new TreeMap<String, List<String>>();
    if (event.getQueryStringParameters() != null) {
      event.getQueryStringParameters().forEach((name, value) -> values.put(name, List.of(value)));
    }
    if (event.getMultiValueQueryStringParameters() != null) {
      values.putAll(event.getMultiValueQueryStringParameters());
    }
    return new Query(values);
  }

  /**
   * @throws ProblemException {@code validation} if it is given more than once
   */
  public Optional<String> text(String name) {
    var given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw malformed(name, "Must be given once");
    }
    return given.stream().findFirst();
  }

  /**
   * A day of the years 0000 to 9999.
   *
   * @throws ProblemException {@code validation} if it is none, or given more than once
   */
  public Optional<LocalDate> date(String name) {
    return text(name)
        .map(
            text ->
                Rfc3339.date(text)
                    .orElseThrow(() -> malformed(name, "Must be a date, YYYY-MM-DD")));
  }

  /**
   * A whole number in decimal digits without leading zeros.
   *
   * @throws ProblemException {@code validation} if it is none, out of bounds, or given more than
   *     once
   */
  public Optional<Integer> number(String name, int min, int max) {
    return text(name)
        .map(
            text ->
                Optional.of(text)
                    .filter(it -> WHOLE_NUMBER.matcher(it).matches())
                    .map(Integer::valueOf)
                    .filter(number -> number >= min && number <= max)
                    .orElseThrow(
                        () ->
                            ProblemException.invalid(
                                pointer(name),
                                "out-of-range",
                                "Must be a whole number from %d to %d".formatted(min, max))));
  }

  /** A {@code validation} problem about one parameter. */
  public static ProblemException malformed(String name, String detail) {
    return ProblemException.invalid(pointer(name), "malformed", detail);
  }

  /** Every name and value, for whoever looks at the query as a whole. */
  Map<String, List<String>> all() {
    return values;
  }

  private static String pointer(String name) {
    return "query:" + name;
  }
}
