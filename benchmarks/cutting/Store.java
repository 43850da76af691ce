import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of S3 as a cut needs, over HTTP on this machine, with a count of every byte. */
final class Store implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final int CHUNK_BYTES = 256 << 10;

  /** Bytes that went over the wire, and those that were copied inside. */
  record Traffic(long requests, long read, long index, long sent, long copied) {
    Traffic minus(Traffic earlier) {
      return new Traffic(
          requests - earlier.requests,
          read - earlier.read,
          index - earlier.index,
          sent - earlier.sent,
          copied - earlier.copied);
    }
  }

  private final Map<String, ByteSource> objects = new ConcurrentHashMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder read = new LongAdder();
  private final LongAdder index = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder copied = new LongAdder();
  private final HttpServer server;

  Store() throws IOException {
    // Else an answer waits for the client's acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * @param key with the bucket in front
   */
  void put(String key, ByteSource object) {
    objects.put(key, object);
  }

  ByteSource object(String key) {
    return objects.get(key);
  }

  /** A clip of minutes that went through the function stands in memory. */
  void forget(String key) {
    objects.remove(key);
  }

  Traffic traffic() {
    return new Traffic(requests.sum(), read.sum(), index.sum(), sent.sum(), copied.sum());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.increment();
    var key = exchange.getRequestURI().getPath().substring(1);
    var query = String.valueOf(exchange.getRequestURI().getQuery());
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> get(exchange, key);
        case "PUT" -> put(exchange, key, query);
        case "POST" -> post(exchange, key, query);
        default -> exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    var object = objects.get(key);
    if (object == null) {
      xml(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>");
      return;
    }
    long size = object.sizeBytes();
    long from = 0;
    long to = size;
    var range = range(exchange.getRequestHeaders().getFirst("Range"));
    if (range != null) {
      from = Long.parseLong(range.group(1));
      to = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, size));
    }
    exchange.getResponseHeaders().add("ETag", '"' + object.identity() + '"');
    exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", Long.toString(size));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, to - from);
    send(exchange, object, from, to, key.contains("/indexes/") ? index : read);
  }

  /** In pieces, for a client may leave in the middle. */
  private static void send(
      HttpExchange exchange, ByteSource object, long from, long to, LongAdder count)
      throws IOException {
    var chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, to - from));
    for (long at = from; at < to; at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), to - at));
      object.read(at, chunk);
      exchange.getResponseBody().write(chunk.array(), 0, chunk.limit());
      count.add(chunk.limit());
    }
  }

  private void put(HttpExchange exchange, String key, String query) throws IOException {
    exchange.getResponseHeaders().add("ETag", "\"stored\"");
    byte[] body = Body.read(exchange);
    if (!query.contains("partNumber=")) {
      objects.put(key, new MemorySource(body, "stored"));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    var upload = uploads.get(key);
    int number = Integer.parseInt(query.replaceAll(".*partNumber=(\\d+).*", "$1"));
    var source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    if (source == null) {
      sent.add(body.length);
      upload.put(number, body);
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    var range = range(exchange.getRequestHeaders().getFirst("x-amz-copy-source-range"));
    long from = Long.parseLong(range.group(1));
    long length = Long.parseLong(range.group(2)) + 1 - from;
    copied.add(length);
    upload.copy(number, objects.get(source.replaceAll("^/|\\?.*", "")), from, length);
    xml(exchange, 200, "<CopyPartResult><ETag>\"part\"</ETag></CopyPartResult>");
  }

  private void post(HttpExchange exchange, String key, String query) throws IOException {
    Body.read(exchange);
    if (query.startsWith("uploads")) {
      uploads.put(key, new Upload());
      xml(exchange, 200, result("InitiateMultipartUpload", "<UploadId>u</UploadId>"));
    } else {
      objects.put(key, uploads.remove(key).complete());
      xml(exchange, 200, result("CompleteMultipartUpload", "<ETag>\"clip\"</ETag>"));
    }
  }

  private static String result(String operation, String content) {
    return "<%sResult>%s</%sResult>".formatted(operation, content, operation);
  }

  private static Matcher range(String header) {
    var range = RANGE.matcher(String.valueOf(header));
    return range.matches() ? range : null;
  }

  private static void xml(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    new ByteArrayInputStream(bytes).transferTo(exchange.getResponseBody());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
