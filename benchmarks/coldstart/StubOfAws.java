import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** As much of AWS as the measured requests ask: one known account, empty queries, no objects. */
final class StubOfAws {
  private StubOfAws() {}

  static HttpServer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", StubOfAws::answer);
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var operation = target == null ? "S3" : target.substring(target.indexOf('.') + 1);
    var body =
        switch (operation) {
          case "GetItem" ->
              !asked.contains("USER#u")
                  ? "{}"
                  : """
                  {"Item":{"pk":{"S":"USER#u"},"phase":{"S":"ACTIVE"},"termsVersion":{"S":"1"},\
                  "version":{"N":"1"},"createdAt":{"N":"1"},"termsAt":{"N":"1"}}}\
                  """;
          case "BatchGetItem" -> "{\"Responses\":{},\"UnprocessedKeys\":{}}";
          case "Query" -> "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}";
          case "AdminGetUser" ->
              """
              {"Username":"u","Enabled":true,"UserStatus":"CONFIRMED","UserAttributes":[\
              {"Name":"sub","Value":"u"},{"Name":"email","Value":"ada@press.example"},\
              {"Name":"locale","Value":"fr"}]}\
              """;
          case "GetSecretValue" -> "{\"SecretString\":\"secret\"}";
          default -> "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>";
        };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean missing = operation.equals("S3");
    exchange
        .getResponseHeaders()
        .add("Content-Type", missing ? "application/xml" : "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(missing ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
