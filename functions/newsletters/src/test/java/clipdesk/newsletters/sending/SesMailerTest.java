package clipdesk.newsletters.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.AwsClients;
import clipdesk.newsletters.WireClients;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;

/**
 * The client of production at a server that loses answers, refuses, or is none: no mail is asked
 * for twice, and what cannot be known is not said to be.
 */
final class SesMailerTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");
  private static final Duration IMPATIENT = Duration.ofMillis(300);

  @Test
  void serverThatClosesAfterReadingIsAskedOnceAndLeavesTheMailInDoubt() throws IOException {
    try (var ses = SesStub.that(SesStub.CLOSES)) {
      assertThat(mailed(ses)).isEqualTo(new Outcome.Unknown("no-answer"));
      assertThat(ses.requests()).isEqualTo(1);
    }
  }

  /** Where the JDK would ask again by itself: a connection that was good a moment ago. */
  @Test
  void connectionThatServedAMailAndClosesAfterTheNextIsNotAskedAgain() throws IOException {
    try (var ses = SesStub.that(SesStub.TAKES, SesStub.CLOSES)) {
      var mailer = mailer(client("http", ses.port()));

      assertThat(mail(mailer)).isEqualTo(new Outcome.Accepted("m-1"));
      assertThat(mail(mailer)).isEqualTo(new Outcome.Unknown("no-answer"));
      assertThat(ses.requests()).isEqualTo(2);
    }
  }

  @Test
  void answerThatBreaksOffInItsMiddleLeavesTheMailInDoubt() throws IOException {
    SesStub.Answer breaksOff =
        connection -> {
          connection
              .getOutputStream()
              .write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<SendRaw".getBytes(US_ASCII));
          return false;
        };
    try (var ses = SesStub.that(breaksOff)) {
      assertThat(mailed(ses)).isInstanceOf(Outcome.Unknown.class);
      assertThat(ses.requests()).isEqualTo(1);
    }
  }

  @Test
  void answerThatIsTooLateLeavesTheMailInDoubt() throws IOException {
    var late = new CountDownLatch(1);
    SesStub.Answer waits =
        connection -> {
          late.await();
          return SesStub.TAKES.give(connection);
        };
    try (var ses = SesStub.that(waits)) {
      assertThat(mail(mailer(impatient("http", ses.port()))))
          .isEqualTo(new Outcome.Unknown("no-answer"));
      late.countDown();
      assertThat(ses.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 | InternalFailure     | It has the mail                       | Unknown
          503 | ServiceUnavailable  | Try again                             | Unknown
          400 | Throttling          | Maximum sending rate exceeded.        | Throttled
          400 | Throttling          | Daily message quota exceeded.         | OverQuota
          400 | ThrottlingException | Rate exceeded                         | Throttled
          400 | MessageRejected     | Email address is not verified. The following identities failed the check in region EU-WEST-3: news@clipdesk.example | SenderRefused
          400 | MessageRejected     | Sending suspended for this account.   | SenderRefused
          400 | MessageRejected     | Email message contains malware.       | Rejected
          400 | InvalidParameterValue | Local address contains whitespace   | Rejected
          403 | InvalidClientTokenId | The security token is invalid        | SenderRefused
          """)
  void refusalIsAskedForOnceAndIsOfOneKind(int status, String code, String words, String kind)
      throws IOException {
    try (var ses = SesStub.that(SesStub.refuses(status, code, words))) {
      assertThat(mailed(ses).getClass().getSimpleName()).isEqualTo(kind);
      assertThat(ses.requests()).isEqualTo(1);
    }
  }

  /** What stands between us and SES speaks otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | application/json | {"__type": "ThrottlingException", "message": "Rate exceeded"} | Throttled
          400 | application/json | {"__type": "ThrottlingException", "message": "Rate exceeded"} | Unknown
          502 | text/html        | <html>Bad Gateway</html>                                      | Unknown
          403 | text/html        | <html>Forbidden</html>                                        | SenderRefused
          200 | text/html        | <html>Welcome to this network                                 | Unknown
          """)
  void answerThatIsNoneOfSesIsAskedForOnce(int status, String type, String body, String kind)
      throws IOException {
    try (var ses = SesStub.that(SesStub.says(status, type, body))) {
      assertThat(mailed(ses).getClass().getSimpleName()).isEqualTo(kind);
      assertThat(ses.requests()).isEqualTo(1);
    }
  }

  @Test
  void portThatNobodyListensAtIsSentNothing() throws IOException {
    int free;
    try (var nobody = new ServerSocket(0, 1, SesStub.loopback())) {
      free = nobody.getLocalPort();
    }

    assertThat(mail(mailer(client("http", free)))).isEqualTo(new Outcome.NeverSent("refused"));
  }

  @Test
  void serverThatTakesNoMoreConnectionsIsSentNothing() throws IOException {
    try (var full = new ServerSocket(0, 1, SesStub.loopback());
        var _ = new Socket(SesStub.loopback(), full.getLocalPort());
        var _ = new Socket(SesStub.loopback(), full.getLocalPort())) {
      assertThat(mail(mailer(impatient("http", full.getLocalPort()))))
          .isEqualTo(new Outcome.NeverSent("connect-timeout"));
    }
  }

  @Test
  void nameThatNobodyHasIsSentNothing() {
    var client =
        AwsClients.asksOnce(SesClient.builder()).endpointOverride(URI.create("http://ses.invalid"));

    assertThat(mail(mailer(client))).isEqualTo(new Outcome.NeverSent("name-not-found"));
  }

  @Test
  void serverWithoutACertificateIsSentNothing() throws IOException {
    try (var closing = new ServerSocket(0, 1, SesStub.loopback())) {
      Thread.ofVirtual().start(() -> closeTheFirst(closing));

      assertThat(mail(mailer(client("https", closing.getLocalPort()))))
          .isEqualTo(new Outcome.NeverSent("tls"));
    }
  }

  /** Once it has heard the client's hello. */
  private static void closeTheFirst(ServerSocket server) {
    try (var connection = server.accept()) {
      assertThat(connection.getInputStream().read()).isNotNegative();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome mailed(SesStub ses) {
    return mail(mailer(client("http", ses.port())));
  }

  private static Outcome mail(SesMailer mailer) {
    return mailer.send(
        ADA, "To: ada@press.example\r\n\r\n".getBytes(US_ASCII), Map.of("kind", "campaign"));
  }

  private static SesMailer mailer(SesClientBuilder client) {
    return new SesMailer(client, WireClients.CONFIG);
  }

  private static SesClientBuilder client(String scheme, int port) {
    return AwsClients.asksOnce(SesClient.builder())
        .endpointOverride(URI.create("%s://127.0.0.1:%d".formatted(scheme, port)));
  }

  private static SesClientBuilder impatient(String scheme, int port) {
    return client(scheme, port)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(IMPATIENT)
                .socketTimeout(IMPATIENT));
  }
}
