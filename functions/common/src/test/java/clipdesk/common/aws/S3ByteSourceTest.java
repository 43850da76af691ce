package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store that does not give what was asked for: a master of 100 bytes, bytes 10 to 17 of it. */
class S3ByteSourceTest {
  private static final S3ByteSource.Version VERSION =
      new S3ByteSource.Version("masters", "masters/x/master.mp4", Optional.of("v7"), "\"e\"", 100);
  private static final String ASKED = "bytes 10-17/100";
  private static final long UNTIL_CLOSED = 0;

  private final AtomicReference<HttpExchange> asked = new AtomicReference<>();
  private HttpServer server;
  private S3Client s3;
  private int status = 206;
  private String range = ASKED;
  private long declaredBytes = 8;
  private int sentBytes = 8;

  @BeforeEach
  void startStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    s3 = client(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  /** Asks once, so that a test sees every answer. */
  static S3Client client(URI store) {
    return S3Client.builder()
        .endpointOverride(store)
        .forcePathStyle(true)
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  @AfterEach
  void stopStore() {
    s3.close();
    server.stop(0);
  }

  @Test
  void exactVersionIsAskedForUnderItsEtag() throws IOException {
    assertThat(read()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1);

    var headers = asked.get().getRequestHeaders();
    assertThat(headers.getFirst("If-Match")).isEqualTo(VERSION.etag());
    assertThat(headers.getFirst("Range")).isEqualTo("bytes=10-17");
    assertThat(asked.get().getRequestURI().getQuery()).isEqualTo("versionId=v7");
  }

  @Test
  void bucketWithoutVersionsIsAskedForNone() throws IOException {
    var unversioned =
        new S3ByteSource.Version(
            VERSION.bucket(), VERSION.key(), Optional.empty(), VERSION.etag(), 100);

    new S3ByteSource(s3, unversioned).read(10, ByteBuffer.allocate(8));

    assertThat(asked.get().getRequestURI().getQuery()).isNull();
    assertThat(asked.get().getRequestHeaders().getFirst("If-Match")).isEqualTo(VERSION.etag());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 5_000_000})
  void bodyOfAnotherLengthIsRefused(int bytes) {
    declaredBytes = UNTIL_CLOSED;
    sentBytes = bytes;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessage("S3 answered bytes=10-17 with another length");
  }

  @Test
  void bodyThatBreaksOffIsRefused() {
    sentBytes = 5;
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"206, bytes 9-16/100", "206, bytes 10-17/101", "206, bytes 10-17/*", "200,"})
  void anotherRangeIsRefused(int status, String range) {
    this.status = status;
    this.range = range;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessage("S3 answered bytes=10-17 with another range");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void masterThatIsNotThatVersionAnyMoreIsSaidToHaveChanged(int status) {
    this.status = status;
    assertThatThrownBy(this::read).isInstanceOf(SourceChangedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 416, 500, 503})
  void refusalOfTheStoreIsAFailureToRead(int status) {
    this.status = status;
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read bytes=10-17 of masters/x/master.mp4");
  }

  @ParameterizedTest
  @CsvSource({"95, 6", "101, 0", "-1, 0"})
  void whatLiesOutsideIsNotAskedFor(long offset, int length) {
    var master = new S3ByteSource(s3, VERSION);
    assertThatThrownBy(() -> master.read(offset, ByteBuffer.allocate(length)))
        .isInstanceOf(EOFException.class);
    assertThat(asked).hasValue(null);
  }

  @Test
  void nothingIsNotAskedFor() throws IOException {
    new S3ByteSource(s3, VERSION).read(100, ByteBuffer.allocate(0));
    assertThat(asked).hasValue(null);
  }

  private byte[] read() throws IOException {
    var into = ByteBuffer.allocate(8);
    new S3ByteSource(s3, VERSION).read(10, into);
    assertThat(into.hasRemaining()).isFalse();
    return into.array();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.set(exchange);
    try (exchange) {
      if (range != null) {
        exchange.getResponseHeaders().set("Content-Range", range);
      }
      var body = new byte[sentBytes];
      Arrays.fill(body, (byte) 1);
      exchange.sendResponseHeaders(status, declaredBytes);
      exchange.getResponseBody().write(body);
    }
  }
}
