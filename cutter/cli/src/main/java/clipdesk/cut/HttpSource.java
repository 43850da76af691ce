package clipdesk.cut;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A master on a web server that honours {@code Range} (RFC 9110, 14.2). Every request is
 * conditional on the entity tag of the first answer.
 */
final class HttpSource implements ByteSource {
  private static final Duration CONNECTING = Duration.ofSeconds(20);
  private static final Duration ANSWERING = Duration.ofMinutes(2);
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d{1,18})");
  private static final int PARTIAL_CONTENT = 206;
  private static final int FIRST_ERROR = 400;
  private static final int PRECONDITION_FAILED = 412;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI address;
  private final long sizeBytes;
  private final Optional<String> tag;

  /**
   * @throws IOException if the server does not answer with the first byte alone
   */
  HttpSource(URI address) throws IOException {
    this.address = address;
    var answer = get("bytes=0-0", Optional.empty());
    var range = answer.headers().firstValue("Content-Range").map(CONTENT_RANGE::matcher);
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new IOException(
          "%s answers %d for %s"
              .formatted(address.getHost(), answer.statusCode(), address.getPath()));
    }
    if (answer.statusCode() != PARTIAL_CONTENT || range.isEmpty() || !range.get().matches()) {
      throw new IOException(
          "%s answers %d to a request for one byte: Range is needed"
              .formatted(address.getHost(), answer.statusCode()));
    }
    sizeBytes = Long.parseLong(range.get().group(3));
    // A weak tag promises no equal bytes, and If-Match refuses it.
    tag = answer.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"));
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public String identity() {
    return tag.orElseGet(() -> address.getPath() + ";" + sizeBytes);
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    int length = into.remaining();
    if (length == 0) {
      return;
    }
    requireInside(offset, length);
    var answer = get("bytes=%d-%d".formatted(offset, offset + length - 1), tag);
    if (answer.statusCode() == PRECONDITION_FAILED) {
      throw new IOException("The master changed while it was read");
    }
    if (answer.statusCode() != PARTIAL_CONTENT || answer.body().length != length) {
      throw new IOException(
          "The server answers %d with %d bytes instead of %d"
              .formatted(answer.statusCode(), answer.body().length, length));
    }
    into.put(answer.body());
  }

  private HttpResponse<byte[]> get(String range, Optional<String> ifMatch) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(ANSWERING).header("Range", range);
    ifMatch.ifPresent(value -> request.header("If-Match", value));
    try {
      return client.send(
          request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), 1 << 30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
