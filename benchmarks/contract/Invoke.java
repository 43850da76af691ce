import clipdesk.common.web.ApiFunction;
import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Hands each line of the input to the function as an event; each line of the output is an answer.
 */
final class Invoke {
  private Invoke() {}

  /**
   * @param arguments the port of DynamoDB Local and the one to be it at; none if it is not known
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      becomeDynamo(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }
    var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    System.setOut(System.err); // whatever the function says is its log
    var function = new ApiFunction();
    var events = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var event = events.readLine(); event != null; event = events.readLine()) {
      var answer = new ByteArrayOutputStream();
      try {
        function.handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
      } catch (RuntimeException e) {
        e.printStackTrace();
        answer.reset();
        answer.writeBytes("{\"statusCode\":502,\"body\":\"thrown\"}".getBytes());
      }
      answers.println(answer.toString(StandardCharsets.UTF_8));
      answers.flush();
    }
    System.exit(0); // what serves and pools is still there
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
