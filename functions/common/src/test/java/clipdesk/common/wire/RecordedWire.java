package clipdesk.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * AWS as a server of this process that writes down what it is asked. Every client that is built
 * while it runs talks to it, without a setting of its own: make clients inside the test, and as the
 * function makes them.
 *
 * <p>What was asked is compared with {@code src/test/resources/wire/ADAPTER.http}; {@code
 * -Dwire=write} writes that file anew, and its diff is then what to look at.
 */
public final class RecordedWire implements BeforeEachCallback, AfterEachCallback {
  private static final String ENDPOINT = "aws.endpointUrl";
  private static final Path COMMITTED = Path.of("src/test/resources/wire");

  private final List<WireRequest> requests = new ArrayList<>();
  private final Queue<WireAnswer> answers = new ArrayDeque<>();
  private ExecutorService threads;
  private HttpsServer server;
  private String call = "";

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    threads = Executors.newCachedThreadPool();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(LoopbackCertificate.trusted()));
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    System.setProperty(ENDPOINT, "https://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.clearProperty(ENDPOINT);
    LoopbackCertificate.trustNoMore();
    server.stop(0);
    threads.shutdownNow();
  }

  /** The next request gets this answer, instead of one that says as little as AWS may. */
  public RecordedWire answer(String body) {
    return answer(200, Map.of(), body);
  }

  public synchronized RecordedWire answer(int status, Map<String, String> headers, String body) {
    answers.add(new WireAnswer(status, headers, body));
    return this;
  }

  /**
   * Calls the adapter.
   *
   * @param name the method, and after a colon what is special about the call
   */
  public <E extends Exception> void call(String name, Call<E> adapter) throws E {
    call = name;
    int before = requests.size();
    adapter.run();
    assertThat(requests).as("requests of " + name).hasSizeGreaterThan(before);
    assertThat(answers).as("answers that " + name + " did not ask for").isEmpty();
  }

  /** Calls the adapter where it asks several things at the same time, in any order. */
  public <E extends Exception> void sideBySide(String name, Call<E> adapter) throws E {
    int before = requests.size();
    call(name, adapter);
    requests.subList(before, requests.size()).sort(Comparator.comparing(GoldenText::of));
  }

  /** Something that is asked first and stands in another adapter's file. */
  public void before(Runnable adapter) {
    adapter.run();
    requests.clear();
  }

  /** A call of an adapter. */
  public interface Call<E extends Exception> {
    void run() throws E;
  }

  /** A link that the adapter signed: somebody else asks AWS for it, with our rights. */
  public void link(String name, String method, URI link) {
    requests.add(new WireRequest(name, method, link, Map.of(), new byte[0]));
  }

  /** What the adapter asked is what was committed, and keeps the rule of checksums. */
  public void matches(Class<?> adapter) throws IOException {
    var inOrder = new ArrayList<>(requests);
    var text = inOrder.stream().map(GoldenText::of).collect(Collectors.joining("\n"));
    var file = COMMITTED.resolve(adapter.getSimpleName() + ".http");
    if ("write".equals(System.getProperty("wire"))) {
      Files.createDirectories(COMMITTED);
      Files.writeString(file, text);
    }
    assertThat(PartChecksums.brokenBy(inOrder)).as("checksums of parts").isEmpty();
    assertThat(file).as("with -Dwire=write it is made").exists();
    assertThat(text)
        .as("%s; if this is meant, write it anew with -Dwire=write", file)
        .isEqualTo(Files.readString(file));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          new WireRequest(
              call,
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      var answer = written(request);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized WireAnswer written(WireRequest request) {
    requests.add(request);
    return answers.isEmpty() ? WireAnswer.leastFor(request) : answers.remove();
  }
}
