package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of campaigns does. */
abstract class CampaignsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private static final Map<String, String> TEXTS = Map.of("subject", "S", "bodyMarkdown", "B");

  private final String id = UUID.randomUUID().toString();

  abstract Campaigns campaigns();

  @Test
  void campaignComesBackAsItWasMadeAndIsMadeOnce() {
    var made = campaign();
    assertThat(campaigns().create(made, "hash")).isTrue();

    assertThat(campaigns().create(made, "another")).isFalse();

    assertThat(campaigns().find(id)).contains(made);
    assertThat(campaigns().bodyHash(id)).contains("hash");
    assertThat(campaigns().all()).contains(made);
    assertThat(campaigns().find("nothing")).isEmpty();
  }

  @Test
  void moveHoldsForTheStateAndVersionThatWereRead() {
    var draft = campaign();
    assertThat(campaigns().move(draft, "sending", NOW)).as("nothing there").isFalse();
    campaigns().create(draft, "hash");

    assertThat(campaigns().move(draft, "sending", NOW)).isTrue();
    assertThat(campaigns().move(draft, "cancelled", NOW)).isFalse();

    var moved = campaigns().find(id).orElseThrow();
    assertThat(moved.state()).isEqualTo("sending");
    assertThat(moved.version()).isEqualTo(2);
  }

  @Test
  void testCountsForTheRevisionThatStands() {
    campaigns().create(campaign(), "hash");
    campaigns().tested(id, 2);
    assertThat(campaigns().find(id).orElseThrow().testedRevision()).isZero();

    campaigns().tested(id, 1);

    assertThat(campaigns().find(id).orElseThrow().testedRevision()).isEqualTo(1);
  }

  @Test
  void bucketThatIsPlannedTwiceIsOne() {
    campaigns().planned(id, "0", 7);
    campaigns().planned(id, "0", 7);
    campaigns().planned(id, "a", 0);

    assertThat(campaigns().plannedBuckets(id)).isEqualTo(2);
  }

  private Campaign campaign() {
    return new Campaign(
        id,
        "Week 7",
        "briefings",
        "draft",
        /* version= */ 1,
        /* revision= */ 1,
        /* testedRevision= */ 0,
        Map.of("en", TEXTS, "fr", TEXTS, "uk", TEXTS));
  }
}
