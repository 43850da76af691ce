package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What happens each minute, whatever is wrong with a campaign. */
final class TickHandlerTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planning = new InMemoryPlanning(subscribers);
  private final InMemoryCampaigns campaigns = new InMemoryCampaigns(planning);
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private int quotasKept;

  @Test
  void eachMinuteTheAccountsQuotaIsKeptAndCampaignsAreLookedAt() {
    campaigns.started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);

    run(planning);

    assertThat(quotasKept).isEqualTo(1);
    assertThat(outgoing.plans()).as("nobody had told the planner").hasSize(16);
    assertThat(counts.pulse("c1").orElseThrow().mailsPerSecond()).isEqualTo(14);
  }

  @Test
  void campaignThatCannotBeLookedAtHoldsNoOtherUpAndFailsTheInvocation() throws IOException {
    campaigns.started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
    campaigns.started("c2", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
    var broken =
        Rewired.but(
            Planning.class,
            planning,
            "segments",
            it -> {
              if (it[0].equals("c1")) {
                throw new IllegalStateException("Its rows cannot be read");
              }
              return planning.segments((String) it[0]);
            });

    var log =
        StandardOutput.of(
            () ->
                assertThatThrownBy(() -> run(broken))
                    .as("an alarm has to hear of it")
                    .hasMessage("Its rows cannot be read"));

    assertThat(outgoing.plans()).extracting(BucketToPlan::campaignId).containsOnly("c2");
    assertThat(quotasKept).as("senders wait for it").isEqualTo(1);
    assertThat(log).contains("Campaign c1 is looked at again in a minute");
  }

  private void run(Planning seen) {
    var open = new InMemoryOpenDeliveries(deliveries);
    var rows =
        new OpenRows(
            campaigns,
            deliveries,
            open,
            counts,
            outgoing,
            new InTurn(),
            Duration.ofMinutes(15),
            () -> NOW);
    var quota =
        new SendQuota(
            () -> new AccountQuota.Figures(14, /* mailsPerDay= */ 100, 0),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            () -> NOW);
    var tick =
        new Tick(
            campaigns,
            seen,
            outgoing,
            rows,
            new FinishCampaign(campaigns, open, counts, () -> NOW),
            new WatchCampaign(campaigns, counts, new TellStarter(open, outgoing), () -> NOW),
            Optional.empty(),
            quota,
            () -> NOW);
    new TickHandler(tick, () -> quotasKept++)
        .handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
  }
}
