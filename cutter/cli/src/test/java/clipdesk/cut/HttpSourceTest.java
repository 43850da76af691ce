package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that do not give what was asked for: a master of 100 bytes, bytes 10 to 17 of it. */
class HttpSourceTest {
  private static final String FIRST = "bytes 0-0/100";
  private static final String ASKED = "bytes 10-17/100";
  private static final long CHUNKED = 0;

  private HttpServer server;
  private String firstRange = FIRST;
  private int status = 206;
  private String laterRange = ASKED;
  private long declaredBytes = 8;
  private int sentBytes = 8;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void rangeIsReadAsItIs() throws IOException {
    assertThat(read()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void bodyOfUnknownLengthIsReadIfItIsTheRange() throws IOException {
    declaredBytes = CHUNKED;
    assertThat(read()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({"7, less", "9, more", "0, less", "5000000, more"})
  void bodyOfAnotherLengthIsRefused(int bytes, String which) {
    declaredBytes = CHUNKED;
    sentBytes = bytes;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("localhost:")
        .hasMessageEndingWith(
            " does not send the bytes that were asked for (%s). Try again.", which);
  }

  @Test
  void bodyThatEndsTooEarlyIsRefused() {
    sentBytes = 5;
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "206, bytes 9-16/100",
    "206, bytes 10-17/101",
    "206, bytes 10-17/*",
    "206, ''",
    "200, bytes 10-17/100",
    "416, bytes */100",
    "500, ''",
  })
  void answerToSomethingElseIsRefused(int code, String range) {
    status = code;
    laterRange = range;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            " does not send the bytes that were asked for (%d, %s). Try again.", code, range);
  }

  @ParameterizedTest
  @CsvSource({"bytes 0-0/*", "''", "bytes 0-1/100", "bytes 0-0/9999999999999999999"})
  void masterWithoutALengthIsRefused(String range) {
    firstRange = range;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("A server is needed that honours Range and tells the length.");
  }

  private byte[] read() throws IOException {
    var address = "http://localhost:%d/master.mp4".formatted(server.getAddress().getPort());
    try (var source = new HttpSource(URI.create(address))) {
      var into = ByteBuffer.allocate(8);
      source.read(10, into);
      return into.array();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().getFirst("Range").equals("bytes=0-0")) {
      send(exchange, 206, firstRange, 1, 1);
    } else {
      send(exchange, status, laterRange, declaredBytes, sentBytes);
    }
  }

  private static void send(
      HttpExchange exchange, int status, String range, long declaredBytes, int bytes)
      throws IOException {
    if (!range.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Range", range);
    }
    exchange.sendResponseHeaders(status, declaredBytes);
    var body = new byte[bytes];
    Arrays.fill(body, (byte) 1);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
