package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.deliveries.DynamoDeliveries;
import clipdesk.newsletters.deliveries.DynamoOpenDeliveries;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import clipdesk.newsletters.subscriptions.SqsOutgoing;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes messages about one bucket of a campaign. */
public final class PlannerHandler implements RequestStreamHandler {
  /** A page needs a few seconds. */
  private static final Duration FOR_A_PAGE = Duration.ofSeconds(20);

  private static final int ROWS_AT_ONCE = 16;

  private final PlanBucket planBucket;
  private final InstantSource clock;

  public PlannerHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var sqs = AwsClients.client(SqsClient.builder());
    this.clock = InstantSource.system();
    this.planBucket =
        new PlanBucket(
            new DynamoCampaigns(dynamo, config.table()),
            new DynamoDeliveries(dynamo, config.table()),
            new DynamoOpenDeliveries(dynamo, config.table()),
            new DynamoPlanning(dynamo, config.table()),
            new SqsOutgoing(() -> sqs, config),
            SideBySide.upTo(ROWS_AT_ONCE),
            clock);
  }

  PlannerHandler(PlanBucket planBucket, InstantSource clock) {
    this.planBucket = planBucket;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(FOR_A_PAGE);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> planBucket.plan(BucketToPlan.read(message.body()), until));
    }
    batch.answer(answer);
  }
}
