package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.logging.EmfCount;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Deliveries;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.campaigns.DynamoDeliveries;
import clipdesk.newsletters.subscriptions.Subscriber;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every minute: parks claims that SES said nothing about, and closes campaigns that are done. */
public final class TickHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TickHandler.class);
  private static final Duration WORD_OF_SES = Duration.ofMinutes(15);

  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public TickHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    this.campaigns = new DynamoCampaigns(dynamo, config.table());
    this.deliveries = new DynamoDeliveries(dynamo, config.table());
    this.clock = InstantSource.system();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    var now = clock.instant();
    campaigns.all().stream()
        .filter(campaign -> campaign.state().equals("sending"))
        .forEach(campaign -> tick(campaign, now));
  }

  private void tick(Campaign campaign, Instant now) {
    int parked = deliveries.park(campaign.id(), now.minus(WORD_OF_SES));
    if (parked > 0) {
      LOG.error("Campaign {}: {} deliveries need a person's decision", campaign.id(), parked);
      EmfCount.print("DeliveriesParked", Map.of());
    }
    var counts = deliveries.counts(campaign.id());
    boolean open = counts.containsKey("PENDING") || counts.containsKey("CLAIMED");
    boolean planned = campaigns.plannedBuckets(campaign.id()) == Subscriber.buckets().size();
    if (planned && !open) {
      campaigns.move(campaign, "sent", now);
    }
  }
}
