package clipdesk.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A download over a bad connection: broken off at will and gone on with through the same ticket.
 */
public final class Download {
  private final Api api;
  private final String href;

  public Download(Api api, String href) {
    this.api = api;
    this.href = href;
  }

  /** The address the ticket leads to right now. */
  public URI link() {
    return URI.create(api.get(href).expect(302).header("Location").orElseThrow());
  }

  /**
   * Fetches what is still missing of the file, asking the ticket again, but breaks off after {@code
   * limit} bytes.
   */
  public void fetch(Path file, long limit) {
    try {
      long have = Files.exists(file) ? Files.size(file) : 0;
      var connection = (HttpURLConnection) link().toURL().openConnection();
      if (have > 0) {
        connection.setRequestProperty("Range", "bytes=" + have + "-");
      }
      int expected = have > 0 ? 206 : 200;
      if (connection.getResponseCode() != expected) {
        throw new AssertionError(
            "Expected %d, got %d".formatted(expected, connection.getResponseCode()));
      }
      try (InputStream in = connection.getInputStream();
          var out =
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        copy(in, out, limit);
      }
      connection.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException("Download of " + href, e);
    }
  }

  /** Fetches everything that is still missing. */
  public void fetch(Path file) {
    fetch(file, Long.MAX_VALUE);
  }

  public static Answer ticket(Person person, String key, List<Map<String, String>> items) {
    return person
        .api()
        .with("Idempotency-Key", key)
        .post("/v1/downloads", Map.of("items", items, "termsVersion", person.termsVersion()));
  }

  private static void copy(InputStream in, java.io.OutputStream out, long limit)
      throws IOException {
    var buffer = new byte[64 * 1024];
    long left = limit;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        return;
      }
      out.write(buffer, 0, n);
      left -= n;
    }
  }
}
