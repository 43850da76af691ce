package clipdesk.clips.cutting;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Takes down what the SDK sends to S3, byte for byte, and answers as a test likes. */
final class RecordingS3 implements BeforeEachCallback, AfterEachCallback {
  final List<Request> requests = new CopyOnWriteArrayList<>();
  UnaryOperator<Answer> answering = UnaryOperator.identity();
  private HttpServer server;
  private S3Client s3;

  /** A request as it came; names of headers in any case. */
  record Request(String method, String query, Headers headers, byte[] body) {
    String header(String name) {
      var value = headers.getFirst(name);
      return value == null ? "" : value;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  record Answer(Request to, int status, Headers headers, byte[] body) {
    Answer xml(String xml) {
      return new Answer(to, 200, headers, xml.getBytes(StandardCharsets.UTF_8));
    }

    Answer with(String header, String value) {
      headers.set(header, value);
      return this;
    }
  }

  S3Client client() {
    return s3;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    s3 =
        S3Client.builder()
            .endpointOverride(URI.create("http://localhost:" + server.getAddress().getPort()))
            .forcePathStyle(true)
            .region(Region.EU_WEST_3)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    s3.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      var request =
          new Request(
              exchange.getRequestMethod(),
              String.valueOf(exchange.getRequestURI().getQuery()),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      requests.add(request);
      var answer = answering.apply(new Answer(request, 200, new Headers(), new byte[0]));
      exchange.getResponseHeaders().putAll(answer.headers());
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
