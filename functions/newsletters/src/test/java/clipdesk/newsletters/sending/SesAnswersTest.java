package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.model.SesException;

/** What is known after each answer of SES, and after none. */
final class SesAnswersTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Throttling | Maximum sending rate exceeded.                   | Throttled
          400 | Throttling | Daily message quota exceeded.                    | OverQuota
          400 | MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-3: news@clipdesk.example | SenderRefused
          400 | MessageRejected | Email address not verified news@clipdesk.example | SenderRefused
          400 | MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-3: ada@press.example | Rejected
          400 | MessageRejected | Sending suspended for this account. For more information, please check the inbox | SenderRefused
          400 | MessageRejected | Email message contains malware.                  | Rejected
          400 | InvalidParameterValue | Local address contains whitespace          | Rejected
          400 | AccountSendingPausedException | Email sending is disabled          | SenderRefused
          400 | ConfigurationSetDoesNotExist | It does not exist.                  | SenderRefused
          400 | MailFromDomainNotVerifiedException | Not verified                  | SenderRefused
          403 | AccessDenied | Not authorized                                      | SenderRefused
          403 | InvalidClientTokenId | The security token is invalid               | SenderRefused
          403 | SignatureDoesNotMatch | Signature expired                          | SenderRefused
          400 | Strange | Who knows                                                | Unknown
          500 | InternalFailure |                                                  | Unknown
          503 | ServiceUnavailable | Try again                                     | Unknown
          """)
  void refusalIsOfOneKind(int status, String code, String message, String kind) {
    assertThat(refused(status, code, message).getClass().getSimpleName()).isEqualTo(kind);
  }

  static Stream<Arguments> silence() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), "NeverSent"),
        Arguments.of(new UnknownHostException("email.eu-west-3.amazonaws.com"), "NeverSent"),
        Arguments.of(new SSLHandshakeException("no"), "NeverSent"),
        Arguments.of(new SocketTimeoutException("Connect timed out"), "NeverSent"),
        Arguments.of(new SocketTimeoutException("Read timed out"), "Unknown"),
        Arguments.of(new SocketException("Connection reset"), "Unknown"),
        Arguments.of(new SocketException("Unexpected end of file from server"), "Unknown"));
  }

  @ParameterizedTest
  @MethodSource("silence")
  void silenceIsUnknownUnlessNothingEverLeft(Exception cause, String kind) {
    var silence = SdkClientException.create("Unable to execute HTTP request", cause);

    assertThat(SesAnswers.without(silence).getClass().getSimpleName()).isEqualTo(kind);
  }

  @org.junit.jupiter.api.Test
  void senderWithoutCredentialsIsNoRecipientsFault() {
    assertThat(SesAnswers.without(SdkClientException.create("Unable to load credentials from")))
        .isEqualTo(new Outcome.SenderRefused("credentials"));
  }

  private static Outcome refused(int status, String code, String message) {
    var details = AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return SesAnswers.refusal(
        (SesException) SesException.builder().statusCode(status).awsErrorDetails(details).build(),
        ADA);
  }
}
