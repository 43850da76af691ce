package clipdesk.common.web;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of whatever a gateway let through something that the framework can carry. It throws on an
 * illegal path or header (RFC 3986, 3.3; RFC 9110, 5.5) outside of all handlers, and who sent it
 * would get no answer of ours. Nothing gets more meaning by it: a path with an illegal character
 * names no more than it did.
 */
final class LegalRequest {
  /** What may not stand in a path as it is: a bare percent sign, or none of RFC 3986's pchar. */
  private static final Pattern ILLEGAL_IN_PATH =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/%-]");

  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  /** JSON is UTF-8, and has been decoded: another name in the header would spoil its letters. */
  private static final Pattern JSON_WITH_PARAMETERS =
      Pattern.compile("\\s*(application/(?:[a-z.-]+\\+)?json)\\s*;.*", Pattern.CASE_INSENSITIVE);

  /** Legal in a list (RFC 9110, 5.6.1.2), and more than the framework can read at its begin. */
  private static final Pattern EMPTY_ELEMENTS = Pattern.compile("^[\\s,;]+");

  private LegalRequest() {}

  /** A path that starts with exactly one slash, all else percent-encoded where it must be. */
  static String path(String path) {
    var rest = path.startsWith("/") ? path.substring(1) : path;
    var legal = ILLEGAL_IN_PATH.matcher(rest).replaceAll(LegalRequest::percentEncoded);
    // A second slash would begin the name of a host.
    return "/" + (legal.startsWith("/") ? "%2F" + legal.substring(1) : legal);
  }

  static Map<String, String> headers(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> HEADER_NAME.matcher(header.getKey()).matches())
        .collect(toMap(Map.Entry::getKey, header -> value(header.getKey(), header.getValue())));
  }

  static Map<String, List<String>> multiHeaders(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> HEADER_NAME.matcher(header.getKey()).matches())
        .collect(
            toMap(
                Map.Entry::getKey,
                header ->
                    header.getValue().stream().map(it -> value(header.getKey(), it)).toList()));
  }

  private static String value(String name, String value) {
    var visible = CONTROL.matcher(value).replaceAll("?").strip();
    if (name.equalsIgnoreCase("Content-Type")) {
      return JSON_WITH_PARAMETERS.matcher(visible).replaceFirst("$1");
    }
    return name.regionMatches(/* ignoreCase= */ true, 0, "Accept", 0, "Accept".length())
        ? EMPTY_ELEMENTS.matcher(visible).replaceFirst("")
        : visible;
  }

  private static String percentEncoded(MatchResult match) {
    var encoded = new StringBuilder();
    for (byte octet : match.group().getBytes(StandardCharsets.UTF_8)) {
      encoded.append("%%%02X".formatted(octet));
    }
    return Matcher.quoteReplacement(encoded.toString());
  }
}
