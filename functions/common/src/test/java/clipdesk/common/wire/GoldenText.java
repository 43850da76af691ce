package clipdesk.common.wire;

import clipdesk.common.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request as it stands in a committed file: without what differs from run to run. */
final class GoldenText {
  private static final int LONGEST = 8_000;
  private static final String HIDDEN = "***";

  /** Of the transport, of the signature, or of the moment. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "accept",
          "amz-sdk-invocation-id",
          "connection",
          "content-length",
          "host",
          "user-agent",
          "x-amz-date",
          "x-amz-api-version");

  private static final Set<String> SECRETS =
      Set.of(
          "PASSWORD",
          "Password",
          "SECRET_HASH",
          "SecretHash",
          "ClientSecret",
          "RefreshToken",
          "Token",
          "ConfirmationCode");

  private static final Pattern MOMENTS =
      Pattern.compile(
          "(X-Amz-(?:Signature|Credential|Date|Security-Token)=)[^&\\s]+"
              + "|((?:^|\\n) *(?:Date|Message-ID): )[^\\r\\n]+"
              + "|(----=_Part_)[0-9_.]+");

  /** A body that is sent as one chunk, with a checksum behind it. */
  private static final Pattern CHUNK =
      Pattern.compile("(?s)[0-9a-f]+\\r\\n(.*)\\r\\n0\\r\\n([^\\r]+)\\s*");

  private static final Pattern TEXT_OF_JSON = Pattern.compile("(?s)\\{\\s*\".*}|\\[\\{.*}]");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private GoldenText() {}

  static String of(WireRequest request) {
    var lines = new StringJoiner("\n");
    lines.add("### " + request.call());
    lines.add("# " + request.operation());
    lines.add(request.method() + " " + request.uri().getRawPath());
    for (var parameter : request.query()) {
      lines.add("  ?" + parameter);
    }
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!LEFT_OUT.contains(name)) {
                lines.add(name + ": " + header(name, String.join(", ", values)));
              }
            });
    if (request.body().length > 0) {
      lines.add("").add(body(request));
    }
    return mask(lines.toString().replace("\r", "")) + "\n";
  }

  /** A hash of the body says no more than the body; what stands in its place does. */
  private static String header(String name, String value) {
    return switch (name) {
      case "authorization" -> value.replaceAll(" .*", " " + HIDDEN);
      case "x-amz-checksum-crc32" -> HIDDEN;
      case "x-amz-content-sha256" -> value.matches("[0-9a-f]{64}") ? "(of the body)" : value;
      default -> value;
    };
  }

  private static String mask(String text) {
    var masked =
        MOMENTS
            .matcher(text)
            .replaceAll(
                it ->
                    (it.group(1) != null
                            ? it.group(1)
                            : it.group(2) != null ? it.group(2) : it.group(3))
                        + HIDDEN);
    return UUID.matcher(masked).replaceAll("{uuid}");
  }

  private static String body(WireRequest request) {
    var type = request.header("content-type").orElse("");
    var text = request.text();
    if (text.length() > LONGEST || text.contains("\0")) {
      return "(" + request.body().length + " bytes)";
    }
    var chunk = CHUNK.matcher(text);
    if (chunk.matches()) {
      return content(type, chunk.group(1))
          + "\n(then) "
          + chunk.group(2).replaceAll(":.*", ": " + HIDDEN);
    }
    return content(type, text);
  }

  private static String content(String type, String text) {
    if (type.startsWith("application/x-amz-json") || type.equals("application/json")) {
      return json(Json.object(text), "");
    }
    if (type.equals("application/jsonl")) {
      return text.lines().map(it -> json(Json.object(it), "")).collect(Collectors.joining("\n"));
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return form(text);
    }
    return type.equals("application/xml") ? text.replace("><", ">\n<") : text;
  }

  private static String form(String text) {
    var lines = new StringJoiner("\n");
    for (var field : text.split("&", -1)) {
      var name = field.substring(0, field.indexOf('='));
      var value = URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8);
      lines.add(
          name.equals("RawMessage.Data")
              ? name
                  + "=\n"
                  + indented(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
              : name + "=" + value);
    }
    return lines.toString();
  }

  private static String indented(String text) {
    return String.join(
        "\n",
        Arrays.stream(text.split("\r?\n", -1)).map(it -> it.isEmpty() ? it : "  " + it).toList());
  }

  /** With sorted members: the order of a map is another one in every process. */
  private static String json(Object value, String indent) {
    return switch (value) {
      case Map<?, ?> map -> {
        var lines = new StringJoiner(",\n", "{\n", "\n" + indent + "}");
        var inner = indent + "  ";
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, member) -> sorted.put((String) name, member));
        sorted.forEach(
            (name, member) ->
                lines.add(
                    inner
                        + Json.text(name)
                        + ": "
                        + (SECRETS.contains(name) ? Json.text(HIDDEN) : json(member, inner))));
        yield flat(lines.toString());
      }
      case List<?> list -> {
        var lines = new StringJoiner(",\n", "[\n", "\n" + indent + "]");
        list.forEach(item -> lines.add(indent + "  " + json(item, indent + "  ")));
        yield flat(list.isEmpty() ? "[]" : lines.toString());
      }
      case String text when TEXT_OF_JSON.matcher(text).matches() ->
          Json.text(Json.text(sorted(Json.object("{\"in\":" + text + "}").get("in"))));
      default -> Json.text(value);
    };
  }

  private static Object sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, member) -> sorted.put((String) name, sorted(member)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(GoldenText::sorted).toList();
      default -> value;
    };
  }

  /** On one line where it fits. */
  private static String flat(String text) {
    var line = text.replaceAll("\\n\\s*", " ");
    return line.length() <= 90 ? line : text;
  }
}
