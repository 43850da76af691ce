package clipdesk.common.web;

import io.micronaut.http.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One element of an {@code Accept} header (RFC 9110, 12.5.1) that speaks of types like ours, which
 * have no parameter but the character set.
 *
 * @param excludes whether its weight is zero: such a type is not acceptable (RFC 9110, 12.4.2)
 */
record MediaRange(String type, String subtype, boolean excludes) {
  private static final String ANY = "*";
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^\\s/;]+)/([^\\s/;]+)\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?"
              + "(?:;\\s*q\\s*=\\s*([^\\s;]*)\\s*(?:;.*)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ZERO = Pattern.compile("0(?:\\.0{0,3})?");

  /** Empty for what is of another form: it says nothing about us. */
  static Optional<MediaRange> parse(String element) {
    var found = FORM.matcher(element);
    return found.matches()
        ? Optional.of(
            new MediaRange(
                found.group(1),
                found.group(2),
                found.group(3) != null && ZERO.matcher(found.group(3)).matches()))
        : Optional.empty();
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
