import clipdesk.common.web.ApiFunction;
import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Hands each line of a connection to the function as an event, and writes its answer as a line; as
 * many connections as there are, each on a thread of its own. Ends with its input.
 */
final class Invoke {
  private static final byte[] THROWN = "{\"statusCode\":502,\"body\":\"thrown\"}".getBytes();

  private final ApiFunction function = new ApiFunction();

  /**
   * @param arguments where to listen; then the port of DynamoDB Local and the one to be it at, or
   *     nothing if it is not known
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 1) {
      becomeDynamo(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
    Thread.ofPlatform().daemon().start(() -> endWithInput());
    try {
      new Invoke().listen(Path.of(arguments[0]));
    } catch (Throwable e) {
      // Whatever it is, threads that serve and pool would keep a process that answers nobody.
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void endWithInput() {
    try {
      System.in.transferTo(System.out);
    } catch (IOException e) {
      e.printStackTrace();
    }
    System.exit(0);
  }

  private void listen(Path path) throws IOException {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      while (true) {
        var connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection;
        var events =
            new BufferedReader(
                new InputStreamReader(
                    Channels.newInputStream(connection), StandardCharsets.UTF_8));
        var answers = Channels.newOutputStream(connection)) {
      for (var event = events.readLine(); event != null; event = events.readLine()) {
        var answer = answer(event.getBytes(StandardCharsets.UTF_8));
        answer.write('\n');
        answers.write(answer.toByteArray());
      }
    } catch (IOException e) {
      // Whoever asked has gone: a run may be ended at any time, and that is no fault of the logs.
    }
  }

  private ByteArrayOutputStream answer(byte[] event) throws IOException {
    var answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(event), answer, context());
    } catch (RuntimeException e) {
      e.printStackTrace();
      answer.reset();
      answer.writeBytes(THROWN);
    }
    return answer;
  }

  /** DynamoDB Local keeps tables by access key; LocalStack makes its own of account and region. */
  private static void becomeDynamo(int realPort, int port) throws Exception {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.createContext(
        "/",
        exchange -> {
          var request =
              HttpRequest.newBuilder(URI.create("http://localhost:" + realPort + "/"))
                  .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
          for (var name : List.of("Content-Type", "X-Amz-Target", "X-Amz-Date")) {
            request.header(name, exchange.getRequestHeaders().getFirst(name));
          }
          var signed = exchange.getRequestHeaders().getFirst("Authorization");
          request.header(
              "Authorization",
              signed.replaceFirst("Credential=\\w+/", "Credential=000000000000useast1/"));
          try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private static Context context() {
    var id = UUID.randomUUID().toString();
    return (Context)
        Proxy.newProxyInstance(
            Invoke.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                method.getReturnType() == int.class
                    ? 15_000
                    : method.getReturnType() == String.class ? id : null);
  }
}
