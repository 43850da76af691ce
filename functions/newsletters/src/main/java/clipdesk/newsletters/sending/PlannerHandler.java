package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Deliveries;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.campaigns.DynamoDeliveries;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.SqsOutgoing;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Writes the ledger of one bucket, then the hints; a repeated message finds the rows there. */
public final class PlannerHandler implements RequestStreamHandler {
  private static final int RECIPIENTS_PER_MESSAGE = 25;

  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final Outgoing outgoing;
  private final InstantSource clock;

  public PlannerHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    this.campaigns = new DynamoCampaigns(dynamo, config.table());
    this.deliveries = new DynamoDeliveries(dynamo, config.table());
    var sqs = AwsClients.client(SqsClient.builder());
    this.outgoing = new SqsOutgoing(() -> sqs, config);
    this.clock = InstantSource.system();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> plan(BucketToPlan.read(message.body())));
    }
    batch.answer(answer);
  }

  private void plan(BucketToPlan message) {
    var campaignId = message.campaignId();
    var bucket = message.bucket();
    var campaign = campaigns.expect(campaignId).filter(it -> it.state().equals("sending"));
    if (campaign.isEmpty()) {
      return;
    }
    var now = clock.instant();
    List<String> audience = campaigns.audience(campaign.get().topic(), bucket, now);
    audience.forEach(subscriber -> deliveries.plan(campaignId, bucket, subscriber, now));
    for (int from = 0; from < audience.size(); from += RECIPIENTS_PER_MESSAGE) {
      var page = audience.subList(from, Math.min(audience.size(), from + RECIPIENTS_PER_MESSAGE));
      outgoing.send(new BatchToSend(campaignId, bucket, page));
    }
    campaigns.planned(campaignId, bucket, audience.size());
  }
}
