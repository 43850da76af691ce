package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.AwsClients;
import clipdesk.newsletters.NewslettersConfig;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

/** {@code SendRawEmail} without any retry: SES has no idempotency token. */
final class SesMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SesMailer.class);

  private final SesClient ses;
  private final NewslettersConfig config;

  SesMailer(NewslettersConfig config) {
    this(AwsClients.asksOnce(SesClient.builder()), config);
  }

  /**
   * @param once a client that makes each call once
   */
  SesMailer(SesClientBuilder once, NewslettersConfig config) {
    this.ses = once.build();
    this.config = config;
  }

  @Override
  public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
    var messageTags =
        tags.entrySet().stream()
            .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
            .toList();
    try {
      var answer =
          ses.sendRawEmail(
              send ->
                  send.source(config.senderAddress())
                      .destinations(to.text())
                      .rawMessage(message -> message.data(SdkBytes.fromByteArray(mail)))
                      .configurationSetName(config.configurationSet())
                      .tags(messageTags));
      return new Outcome.Accepted(answer.messageId());
    } catch (SesException e) {
      LOG.warn("SES answers {}, request {}", e.statusCode(), e.requestId());
      return SesAnswers.refusal(e, to);
    } catch (SdkClientException e) {
      LOG.warn("No answer of SES: {}", e.getClass().getName());
      return SesAnswers.without(e);
    }
  }
}
