package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.Planning;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What happens each minute, whatever is wrong with a campaign. */
final class TickHandlerTest {
  private final TickWorld world = new TickWorld();
  private final InMemoryCampaigns campaigns = world.ports.campaigns();
  private final InMemoryPlanning planning = world.ports.planning();
  private int quotasKept;

  @Test
  void eachMinuteTheAccountsQuotaIsKeptAndCampaignsAreLookedAt() {
    world.campaign(0);

    run(planning);

    assertThat(quotasKept).isEqualTo(1);
    assertThat(world.outgoing.plans()).as("nobody had told the planner").hasSize(16);
    assertThat(world.ports.counts().pulse("c1").orElseThrow().mailsPerSecond()).isEqualTo(14);
  }

  @Test
  void campaignThatCannotBeLookedAtHoldsNoOtherUpAndFailsTheInvocation() throws IOException {
    world.campaign(0);
    campaigns.started("c2", TickWorld.TOPIC, TickWorld.TEXTS, TickWorld.START);
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

    assertThat(world.outgoing.plans()).extracting(BucketToPlan::campaignId).containsOnly("c2");
    assertThat(quotasKept).as("senders wait for it").isEqualTo(1);
    assertThat(log).contains("Campaign c1 is looked at again in a minute");
  }

  private void run(Planning seen) {
    new TickHandler(world.tick(seen, new InTurn()), () -> quotasKept++)
        .handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
  }
}
