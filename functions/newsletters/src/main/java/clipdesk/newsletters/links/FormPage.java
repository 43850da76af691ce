package clipdesk.newsletters.links;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.web.GatewayEvents;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of ours sent, as a form or as JSON. Whatever cannot be read as either says nothing: a
 * mail provider's body must never keep anybody from leaving (RFC 8058, 3.1).
 */
record FormPage(Map<String, List<String>> fields) {
  static FormPage of(HttpRequest<?> request) {
    // From the event itself: a request without a body counts as well.
    var event = GatewayEvents.of(request);
    if (event.getBody() == null) {
      return new FormPage(Map.of());
    }
    try {
      var body =
          Boolean.TRUE.equals(event.getIsBase64Encoded())
              ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
              : event.getBody();
      return new FormPage(body.stripLeading().startsWith("{") ? json(body) : form(body));
    } catch (IllegalArgumentException | MalformedJsonException e) {
      return new FormPage(Map.of());
    }
  }

  private static Map<String, List<String>> form(String body) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (var pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static Map<String, List<String>> json(String body) {
    var fields = new LinkedHashMap<String, List<String>>();
    Json.object(body)
        .forEach(
            (name, value) -> {
              if (value instanceof String text) {
                fields.put(name, List.of(text));
              } else if (value instanceof List<?> items) {
                fields.put(name, items.stream().map(String::valueOf).toList());
              }
            });
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Which of its buttons was pressed. */
  Optional<String> action() {
    return field("action");
  }

  Optional<String> field(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }
}
