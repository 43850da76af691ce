package clipdesk.journeys;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Stands between functions and the stack, counts what they ask of AWS, and has the table tell what
 * each request took of its capacity.
 */
final class CountedRequests implements AutoCloseable {
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");

  /** Those that the client sets itself. */
  private static final Set<String> HOP_BY_HOP =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private static final Pattern SERVICE =
      Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/aws4_request");
  private static final Pattern ITEM =
      Pattern.compile("\"(?:Update|Put|Delete|ConditionCheck)\":\\{");
  private static final Pattern LEAVES_INDEX = Pattern.compile("REMOVE openKey");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

  private final URI stack;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Integer> requests = new TreeMap<>();
  private final Map<String, Double> reads = new TreeMap<>();
  private final Map<String, Double> writes = new TreeMap<>();

  CountedRequests(URI stack) throws IOException {
    this.stack = stack;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** What functions are told instead of the stack's address. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var body = exchange.getRequestBody().readAllBytes();
      var service = found(SERVICE, headers.getFirst("Authorization"), "s3");
      var target = headers.getFirst("X-Amz-Target");
      var operation =
          target != null
              ? target.substring(target.indexOf('.') + 1)
              : found(ACTION, new String(body, StandardCharsets.ISO_8859_1), "");
      if (operation.equals("TransactWriteItems")) {
        operation += " " + purpose(new String(body, StandardCharsets.UTF_8));
      }
      boolean ofTable = service.equals("dynamodb");
      var answer = asked(exchange, ofTable ? telling(body) : body);
      count(service, operation);
      if (ofTable) {
        count(operation, new String(body, StandardCharsets.UTF_8), answer);
      }
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      var bytes = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException | RuntimeException e) {
      throw new IOException(e);
    }
  }

  private static String found(Pattern pattern, String text, String otherwise) {
    var match = pattern.matcher(text == null ? "" : text);
    return match.find() ? match.group(1) : otherwise;
  }

  /** What a transaction is for, by what is in it. */
  private static String purpose(String transaction) {
    if (transaction.contains("ConditionCheck")) {
      return "(claim)";
    }
    return transaction.contains("REMOVE openKey")
        ? "(rows are counted)"
        : "(a row that is counted)";
  }

  /** The signature does not hold any more; the emulator looks at none. */
  private static byte[] telling(byte[] body) {
    var json = new String(body, StandardCharsets.UTF_8);
    return ("{\"ReturnConsumedCapacity\":\"TOTAL\"," + json.substring(1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> asked(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(stack.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private synchronized void count(String service, String operation) {
    requests.merge((service + " " + operation).strip(), 1, Integer::sum);
  }

  /** A condition that failed took a unit and tells none. */
  private synchronized void count(String operation, String request, HttpResponse<byte[]> answer) {
    double units = 1;
    if (answer.statusCode() == 200) {
      units = Math.max(units(answer.body()), leastUnits(request));
    }
    (READS.contains(operation) ? reads : writes).merge(operation, units, Double::sum);
  }

  /**
   * Of a transaction: two for each item, and one for each that leaves the index. The emulator adds
   * the bytes of all its items up, where AWS rounds those of each.
   */
  private static double leastUnits(String request) {
    return 2 * ITEM.matcher(request).results().count()
        + LEAVES_INDEX.matcher(request).results().count();
  }

  private static double units(byte[] answer) {
    try {
      var told = JSON.std.mapFrom(answer).get("ConsumedCapacity");
      var all = told instanceof Collection<?> many ? many : List.of(told);
      return all.stream()
          .mapToDouble(it -> ((Number) ((Map<?, ?>) it).get("CapacityUnits")).doubleValue())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void forget() {
    requests.clear();
    reads.clear();
    writes.clear();
  }

  /** By service and operation. */
  synchronized Map<String, Integer> requests() {
    return new TreeMap<>(requests);
  }

  synchronized int requests(String service) {
    return requests.entrySet().stream()
        .filter(it -> it.getKey().startsWith(service))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Units of the table and of its index, by operation. */
  synchronized Map<String, Double> writes() {
    return new TreeMap<>(writes);
  }

  /** Units by operation. */
  synchronized Map<String, Double> reads() {
    return new TreeMap<>(reads);
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
