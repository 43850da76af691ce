package clipdesk.cut;

import clipdesk.cut.SourceException.Fault;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * A master on a web server that honours {@code Range} (RFC 9110, 14.2). Every request is
 * conditional on the entity tag of the first answer.
 */
final class HttpSource implements ByteSource {
  private static final Duration CONNECTING = Duration.ofSeconds(20);
  private static final Duration ANSWERING = Duration.ofMinutes(2);
  private static final Pattern FIRST_BYTE = Pattern.compile("bytes 0-0/(\\d{1,18})");
  private static final int PARTIAL_CONTENT = 206;
  private static final int FIRST_ERROR = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
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
   * @throws IOException if the server does not answer with the first byte alone, and the length of
   *     the whole
   */
  HttpSource(URI address) throws IOException {
    this.address = address;
    var answer = get("bytes=0-0", Optional.empty());
    try (var body = answer.body()) {
      if (answer.statusCode() >= FIRST_ERROR) {
        throw refused(answer.statusCode());
      }
      var range = FIRST_BYTE.matcher(contentRange(answer));
      if (answer.statusCode() != PARTIAL_CONTENT || !range.matches()) {
        throw Fault.NO_RANGES.of(host(), answer.statusCode());
      }
      sizeBytes = Long.parseLong(range.group(1));
      requireBytes(body, ByteBuffer.allocate(1));
    }
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
    requireInside(offset, length);
    if (length == 0) {
      return;
    }
    var range = "%d-%d".formatted(offset, offset + length - 1);
    var answer = get("bytes=" + range, tag);
    try (var body = answer.body()) {
      if (answer.statusCode() == PRECONDITION_FAILED) {
        throw Fault.CHANGED.of();
      }
      var expected = "bytes %s/%d".formatted(range, sizeBytes);
      if (answer.statusCode() != PARTIAL_CONTENT || !contentRange(answer).equals(expected)) {
        throw Fault.OTHER_BYTES.of(
            host(), "%d, %s".formatted(answer.statusCode(), contentRange(answer)));
      }
      requireBytes(body, into);
    }
  }

  /** Fills the buffer with the body, of which no more is read than was asked for. */
  private void requireBytes(InputStream body, ByteBuffer into) throws IOException {
    int length = into.remaining();
    int got = body.readNBytes(into.array(), into.arrayOffset() + into.position(), length);
    if (got != length || body.read() >= 0) {
      throw Fault.OTHER_BYTES.of(host(), got < length ? "less" : "more");
    }
    into.position(into.limit());
  }

  private static String contentRange(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Range").orElse("");
  }

  private HttpResponse<InputStream> get(String range, Optional<String> ifMatch) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(ANSWERING).header("Range", range);
    ifMatch.ifPresent(value -> request.header("If-Match", value));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Fault.BROKEN_OFF.because(e, host());
    } catch (IOException e) {
      throw unanswered(e).because(e, host());
    }
  }

  private SourceException refused(int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN -> Fault.NOT_ALLOWED.of(host(), address.getPath());
      case NOT_FOUND, GONE -> Fault.NOT_THERE.of(host(), address.getPath());
      default -> Fault.REFUSED.of(host(), status, address.getPath());
    };
  }

  private String host() {
    return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  /** The client's own words name no host, or are none at all. */
  private static Fault unanswered(IOException failure) {
    if (failure.getCause() != null
        && failure.getCause().getCause() instanceof UnresolvedAddressException) {
      return Fault.NO_SERVER;
    }
    return switch (failure) {
      case HttpConnectTimeoutException e -> Fault.NO_ANSWER;
      case HttpTimeoutException e -> Fault.SLOW;
      case ConnectException e -> Fault.NO_CONNECTION;
      case SSLException e -> Fault.NOT_SAFE;
      default -> Fault.BROKEN_OFF;
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
