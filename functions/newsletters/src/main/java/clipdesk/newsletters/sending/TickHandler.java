package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.deliveries.DecideDelivery;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.DynamoCampaignCounts;
import clipdesk.newsletters.deliveries.DynamoDeliveries;
import clipdesk.newsletters.deliveries.DynamoDeliveryChanges;
import clipdesk.newsletters.deliveries.DynamoOpenDeliveries;
import clipdesk.newsletters.deliveries.DynamoPlanning;
import clipdesk.newsletters.subscriptions.DynamoTopics;
import clipdesk.newsletters.subscriptions.SqsOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every minute. */
public final class TickHandler implements RequestStreamHandler {
  /** Writes to the table: a page of rows takes a few times as long as one. */
  private static final int AT_ONCE = 25;

  private final Tick tick;
  private final Runnable keepQuota;

  public TickHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var sqs = AwsClients.client(SqsClient.builder());
    var clock = InstantSource.system();
    var table = config.table();
    var campaigns = new DynamoCampaigns(dynamo, table);
    var deliveries = new DynamoDeliveries(dynamo, table);
    var openDeliveries = new DynamoOpenDeliveries(dynamo, table);
    var changes = new DynamoDeliveryChanges(dynamo, table);
    var counts = new DynamoCampaignCounts(dynamo, table);
    var decide = new DecideDelivery(deliveries, changes);
    var recommended = new DecideRecommended(openDeliveries, counts, decide, clock);
    var outgoing = new SqsOutgoing(() -> sqs, config);
    var planning = new DynamoPlanning(dynamo, table);
    var topics = new Topics(new DynamoTopics(dynamo, table), clock);
    var letters = new WriteLetters(topics, config);
    var moveCampaign = new MoveCampaign(campaigns, letters, planning, outgoing, clock);
    var quota = new DynamoAccountQuota(dynamo, table);
    double campaignShare = config.campaignShare();
    this.tick =
        new Tick(
            campaigns,
            new StartScheduled(campaigns, moveCampaign, topics, clock),
            planning,
            outgoing,
            new OpenRows(
                campaigns,
                deliveries,
                openDeliveries,
                changes,
                outgoing,
                SideBySide.upTo(AT_ONCE),
                config.wordOfSes(),
                clock),
            new FinishCampaign(campaigns, openDeliveries, counts, clock),
            new WatchCampaign(
                campaigns,
                counts,
                new TellStarter(openDeliveries, outgoing),
                it -> it.print(campaignShare),
                clock),
            Optional.of(recommended).filter(_ -> config.resendsOnEvidence()),
            new SendQuota(quota, config.maxMailsPerSecond(), config.maxMailsPerDay(), clock),
            clock);
    var account = new SesAccountQuota();
    this.keepQuota = () -> quota.keep(account.read(), clock.instant());
  }

  TickHandler(Tick tick, Runnable keepQuota) {
    this.tick = tick;
    this.keepQuota = keepQuota;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    try {
      tick.run();
    } finally {
      // Senders wait for it, whatever is wrong with a campaign.
      keepQuota.run();
    }
  }
}
