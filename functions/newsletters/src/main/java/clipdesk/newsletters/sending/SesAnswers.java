package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.model.SesException;

/**
 * What an answer of SES means, or that there is none. The one place that looks at words: SES has
 * one code for a second's rate and a day's quota, and one for the recipient's fault and ours.
 */
final class SesAnswers {
  private static final int SERVER_ERROR = 500;
  private static final int FORBIDDEN = 403;

  /** Of the account or the configuration set, whoever the mail is for. */
  private static final Set<String> OF_THE_SENDER =
      Set.of(
          "AccountSendingPausedException",
          "ConfigurationSetSendingPausedException",
          "ConfigurationSetDoesNotExist",
          "ConfigurationSetDoesNotExistException",
          "MailFromDomainNotVerifiedException",
          "AccessDenied",
          "AccessDeniedException",
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "OptInRequired");

  private SesAnswers() {}

  static Outcome refusal(SesException e, EmailAddress to) {
    var error = e.awsErrorDetails();
    var code = Optional.ofNullable(error.errorCode()).orElse("");
    var words = Optional.ofNullable(error.errorMessage()).orElse("").toLowerCase(Locale.ROOT);
    if (e.isThrottlingException()) {
      return words.contains("daily") ? new Outcome.OverQuota() : new Outcome.Throttled();
    }
    if (e.statusCode() >= SERVER_ERROR) {
      return new Outcome.Unknown("server-error");
    }
    if (e.statusCode() == FORBIDDEN || OF_THE_SENDER.contains(code)) {
      return new Outcome.SenderRefused(code);
    }
    return switch (code) {
      case "MessageRejected" ->
          aboutTheSender(words, to)
              ? new Outcome.SenderRefused(code)
              : new Outcome.Rejected("rejected");
      case "InvalidParameterValue" -> new Outcome.Rejected("invalid-address");
      default -> new Outcome.Unknown(code);
    };
  }

  /** In the sandbox the same sentence names a recipient that is not verified. */
  private static boolean aboutTheSender(String words, EmailAddress to) {
    boolean identity = words.contains("not verified") && !words.contains(to.text());
    return identity
        || Stream.of(
                "suspended", "sending paused", "paused for", "sending is disabled", "shut down")
            .anyMatch(words::contains);
  }

  /** A connection that never was carried nothing; one that broke may have. */
  static Outcome without(SdkClientException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var neverSent =
          switch (cause) {
            case ConnectException _, NoRouteToHostException _ -> "refused";
            case UnknownHostException _ -> "name-not-found";
            case SSLHandshakeException _ -> "tls";
            case SocketTimeoutException timeout ->
                whileConnecting(timeout) ? "connect-timeout" : "";
            default -> "";
          };
      if (!neverSent.isEmpty()) {
        return new Outcome.NeverSent(neverSent);
      }
    }
    return String.valueOf(e.getMessage()).startsWith("Unable to load credentials")
        ? new Outcome.SenderRefused("credentials")
        : new Outcome.Unknown("no-answer");
  }

  /** The JDK has one exception for both waits; only its words tell them apart. */
  private static boolean whileConnecting(SocketTimeoutException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect timed out");
  }
}
