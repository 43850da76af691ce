package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.Secrets;
import clipdesk.common.json.Json;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.Keyed;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Takes messages of both queues: recipients of campaigns, and single mails. */
public final class SenderHandler implements RequestStreamHandler {
  static {
    // The JDK would repeat a POST by itself when the server closes without an answer.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final DeliverCampaign deliver;
  private final SingleMails single;

  public SenderHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));
    var keyed = new Keyed(() -> secrets.key(config.keyArn()));
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var subscribers = new DynamoSubscribers(dynamo, config.table(), keyed);
    var campaigns = new DynamoCampaigns(dynamo, config.table());
    var mailer = new SesMailer(config);
    var clock = InstantSource.system();
    this.deliver =
        new DeliverCampaign(
            campaigns,
            subscribers,
            mailer,
            new DynamoPace(dynamo, config.table(), config.maxSendRate(), clock),
            keyed,
            config,
            clock);
    this.single = new SingleMails(campaigns, subscribers, mailer, config, clock);
  }

  SenderHandler(DeliverCampaign deliver, SingleMails single) {
    this.deliver = deliver;
    this.single = single;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> take(Json.object(message.body())));
    }
    batch.answer(answer);
  }

  private void take(Map<String, Object> message) {
    switch (String.valueOf(message.get("type"))) {
      case "send" ->
          deliver.deliver(
              (String) message.get("campaignId"),
              (String) message.get("bucket"),
              ((List<?>) message.get("subscribers")).stream().map(String::valueOf).toList());
      case "confirm" -> single.confirm(message);
      case "test" -> single.test(message);
      default -> throw new IllegalArgumentException("Unknown message " + message.get("type"));
    }
  }
}
