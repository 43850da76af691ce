package clipdesk.common.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One element of an {@code Accept} header (RFC 9110, 12.5.1) that speaks of types like ours, which
 * have no parameter but the character set.
 *
 * @param weight 0 to 1; one that cannot be read is 1
 */
record MediaRange(String type, String subtype, double weight) {
  private static final String ANY = "*";
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^\\s/;]+)/([^\\s/;]+)\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?"
              + "(?:;\\s*q\\s*=\\s*([^\\s;]*)\\s*(?:;.*)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern WEIGHT = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

  /** Empty for what is of another form: it says nothing about us. */
  static Optional<MediaRange> parse(String element) {
    var found = FORM.matcher(element);
    return found.matches()
        ? Optional.of(
            new MediaRange(
                found.group(1),
                found.group(2),
                Optional.ofNullable(found.group(3))
                    .filter(it -> WEIGHT.matcher(it).matches())
                    .map(Double::valueOf)
                    .orElse(1.0)))
        : Optional.empty();
  }

  /** All that a request names, in its order. */
  static List<MediaRange> of(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(MediaRange::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether its weight is zero: such a type is not acceptable (RFC 9110, 12.4.2). */
  boolean excludes() {
    return weight == 0;
  }

  boolean covers(MediaType media) {
    return type.equals(ANY)
        ? subtype.equals(ANY)
        : type.equalsIgnoreCase(media.getType())
            && (subtype.equals(ANY) || subtype.equalsIgnoreCase(media.getSubtype()));
  }

  /** Of two ranges that cover a type, the one that says more decides. */
  int precision() {
    if (type.equals(ANY)) {
      return 0;
    }
    return subtype.equals(ANY) ? 1 : 2;
  }
}
