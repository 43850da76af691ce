package clipdesk.newsletters.feedback;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.Secrets;
import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.sending.QueueMessages;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Every event is harmless twice and in any order. */
public final class FeedbackHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackHandler.class);

  private final Campaigns campaigns;
  private final Subscribers subscribers;
  private final InstantSource clock;

  public FeedbackHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    this.campaigns = new DynamoCampaigns(dynamo, config.table());
    this.subscribers =
        new DynamoSubscribers(
            dynamo, config.table(), new Keyed(() -> secrets.key(config.keyArn())));
    this.clock = InstantSource.system();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    QueueMessages.bodies(event).forEach(this::take);
  }

  private void take(String body) {
    Map<String, Object> message;
    try {
      message = Json.object(body);
    } catch (MalformedJsonException e) {
      // SES says a plain sentence when the destination is made.
      LOG.info("A message that is no event is dropped");
      return;
    }
    if ("account-deleted".equals(message.get("type"))) {
      subscribers
          .ofAccount((String) message.get("sub"))
          .ifPresent(it -> subscribers.erase(it.id(), clock.instant()));
    } else if (message.get("mail") instanceof Map<?, ?> mail) {
      feedback(String.valueOf(message.get("eventType")), message, mail);
    }
  }

  private void feedback(String type, Map<String, Object> event, Map<?, ?> mail) {
    var tags = mail.get("tags") instanceof Map<?, ?> map ? map : Map.of();
    var recipient = tag(tags, "recipient");
    if (recipient.isEmpty()) {
      return; // a confirmation or a test send
    }
    campaigns.sentByEvent(
        tag(tags, "campaign"),
        Subscriber.bucket(recipient),
        recipient,
        String.valueOf(mail.get("messageId")));
    boolean permanent =
        event.get("bounce") instanceof Map<?, ?> bounce
            && "Permanent".equals(bounce.get("bounceType"));
    if (type.equals("Complaint") || (type.equals("Bounce") && permanent)) {
      subscribers.suppress(
          recipient, type.equals("Complaint") ? "complaint" : "bounce", clock.instant());
    }
  }

  private static String tag(Map<?, ?> tags, String name) {
    return tags.get(name) instanceof List<?> values && !values.isEmpty()
        ? String.valueOf(values.getFirst())
        : "";
  }
}
