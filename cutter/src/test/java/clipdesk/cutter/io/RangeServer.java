package clipdesk.cutter.io;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A web server that has one file, under whatever name, and gives it by ranges (RFC 9110, 14). */
public final class RangeServer implements AutoCloseable {
  /** The entity tag of the file. */
  public static final String TAG = "\"e\"";

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
  private static final int PARTIAL_CONTENT = 206;
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int NO_BODY = -1;

  private final byte[] file;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();

  public RangeServer(byte[] file) throws IOException {
    this.file = file;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The server; any path on it is the file. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** How many requests came. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      var condition = exchange.getRequestHeaders().getFirst("If-Match");
      var range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
      exchange.getResponseHeaders().set("ETag", TAG);
      if (condition != null && !condition.equals(TAG)) {
        exchange.sendResponseHeaders(PRECONDITION_FAILED, NO_BODY);
      } else if (!range.matches() || Long.parseLong(range.group(1)) >= file.length) {
        exchange.sendResponseHeaders(RANGE_NOT_SATISFIABLE, NO_BODY);
      } else {
        long last = Math.min(file.length - 1L, Long.parseLong(range.group(2)));
        send(exchange, Integer.parseInt(range.group(1)), (int) last);
      }
    }
  }

  private void send(HttpExchange exchange, int first, int last) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(first, last, file.length));
    int length = last - first + 1;
    exchange.sendResponseHeaders(PARTIAL_CONTENT, length);
    exchange.getResponseBody().write(file, first, length);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
