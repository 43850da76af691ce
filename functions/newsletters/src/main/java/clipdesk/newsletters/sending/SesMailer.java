package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.mailing.MimeMail;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

/** {@code SendRawEmail} without any retry: SES has no idempotency token. */
final class SesMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SesMailer.class);
  private static final int SERVER_ERROR = 500;

  private final SesClient ses;
  private final NewslettersConfig config;

  SesMailer(NewslettersConfig config) {
    this.ses =
        AwsClients.configure(SesClient.builder())
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
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
    } catch (MessageRejectedException e) {
      return new Outcome.Rejected("rejected");
    } catch (SesException e) {
      return refused(e);
    } catch (SdkClientException e) {
      LOG.warn("No answer of SES", e);
      return new Outcome.Unknown("no-answer");
    }
  }

  private static Outcome refused(AwsServiceException e) {
    if (e.isThrottlingException()) {
      return new Outcome.Refused("throttled");
    }
    if (e.statusCode() >= SERVER_ERROR) {
      LOG.warn("SES failed", e);
      return new Outcome.Unknown("server-error");
    }
    return "InvalidParameterValue".equals(e.awsErrorDetails().errorCode())
        ? new Outcome.Rejected("invalid-address")
        : new Outcome.Refused(e.awsErrorDetails().errorCode());
  }
}
