package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.mail.MimeMail;
import clipdesk.newsletters.NewslettersConfig;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

/** {@code SendRawEmail} without any retry: SES has no idempotency token. */
final class SesMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SesMailer.class);
  private static final int SERVER_ERROR = 500;

  private final SesClient ses;
  private final NewslettersConfig config;

  SesMailer(NewslettersConfig config) {
    this.ses = AwsClients.asksOnce(SesClient.builder());
    this.config = config;
  }

  @Override
  public Outcome send(MimeMail mail, Map<String, String> tags) {
    var raw = SdkBytes.fromByteArray(mail.bytes());
    var messageTags =
        tags.entrySet().stream()
            .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
            .toList();
    try {
      var answer =
          ses.sendRawEmail(
              send ->
                  send.source(config.from())
                      .destinations(mail.to().text())
                      .rawMessage(message -> message.data(raw))
                      .configurationSetName(config.configurationSet())
                      .tags(messageTags));
      return new Outcome.Accepted(answer.messageId());
    } catch (SesException e) {
      return refused(e);
    } catch (SdkClientException e) {
      LOG.warn("No answer of SES: {}", e.getClass().getName());
      return new Outcome.Unknown("no-answer");
    }
  }

  /** The one place that looks at words: SES has one code for a second's rate and a day's quota. */
  static Outcome refused(SesException e) {
    var error = e.awsErrorDetails();
    if (e.isThrottlingException()) {
      return error.errorMessage().toLowerCase(Locale.ROOT).contains("daily")
          ? new Outcome.OverQuota()
          : new Outcome.Refused("throttled");
    }
    if (e.statusCode() >= SERVER_ERROR) {
      LOG.warn("SES failed with {}, request {}", e.statusCode(), e.requestId());
      return new Outcome.Unknown("server-error");
    }
    return switch (error.errorCode()) {
      case "MessageRejected" -> new Outcome.Rejected("rejected");
      case "InvalidParameterValue" -> new Outcome.Rejected("invalid-address");
      default -> new Outcome.Refused(error.errorCode());
    };
  }
}
