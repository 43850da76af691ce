package clipdesk.journeys;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, String text) {

  /** The body as a JSON object; empty if there is none. */
  public Map<String, Object> json() {
    if (text.isBlank()) {
      return Map.of();
    }
    try {
      return JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + text, e);
    }
  }

  public String text(String member) {
    return String.valueOf(json().get(member));
  }

  public List<Map<String, Object>> objects(String member) {
    return objects(json(), member);
  }

  @SuppressWarnings("unchecked") // JSON arrays of the contract hold objects
  static List<Map<String, Object>> objects(Map<String, Object> json, String member) {
    return (List<Map<String, Object>>) json.getOrDefault(member, List.of());
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The problem's code; empty if the answer is none. */
  public Optional<String> problem() {
    return header("Content-Type")
        .filter(type -> type.startsWith("application/problem+json"))
        .map(_ -> text("code"));
  }

  /**
   * This answer, if it has the status.
   *
   * @throws AssertionError otherwise, with the body
   */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected %d, got %d: %s".formatted(expected, status, text));
    }
    return this;
  }
}
