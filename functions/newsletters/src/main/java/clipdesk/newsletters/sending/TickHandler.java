package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.deliveries.DynamoDeliveries;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import clipdesk.newsletters.subscriptions.SqsOutgoing;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every minute. */
public final class TickHandler implements RequestStreamHandler {
  private final Tick tick;

  public TickHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var sqs = AwsClients.client(SqsClient.builder());
    var clock = InstantSource.system();
    var campaigns = new DynamoCampaigns(dynamo, config.table());
    var deliveries = new DynamoDeliveries(dynamo, config.table());
    var outgoing = new SqsOutgoing(() -> sqs, config);
    this.tick =
        new Tick(
            campaigns,
            deliveries,
            new DynamoPlanning(dynamo, config.table()),
            outgoing,
            new OpenRows(campaigns, deliveries, outgoing, config.wordOfSes(), clock),
            new SendQuota(
                new SesAccountQuota(), config.maxMailsPerSecond(), config.maxMailsPerDay(), clock),
            clock);
  }

  TickHandler(Tick tick) {
    this.tick = tick;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    tick.run();
  }
}
