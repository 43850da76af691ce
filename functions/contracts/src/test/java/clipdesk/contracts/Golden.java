package clipdesk.contracts;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A committed message, written for people: one member a line. Its order is that of the writer, so
 * {@link #written} is the message byte for byte.
 */
public record Golden(String text) {
  /** A file beside the class that tests it. */
  public static Golden of(Class<?> test, String file) {
    try (var in = requireNonNull(test.getResourceAsStream(file), file)) {
      return new Golden(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a writer has to write it. */
  public String written() {
    return Json.text(Json.object(text));
  }
}
