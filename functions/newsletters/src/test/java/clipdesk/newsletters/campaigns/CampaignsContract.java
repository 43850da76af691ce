package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of campaigns and their ledgers does. */
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

  @Test
  void oneOfTenClaimsHolds() throws Exception {
    campaigns().plan(id, "0", "s1", NOW);
    try (var pool = Executors.newFixedThreadPool(10)) {
      var held =
          pool
              .invokeAll(Collections.nCopies(10, () -> claim("s1", UUID.randomUUID().toString())))
              .stream()
              .map(Future::resultNow)
              .filter(Boolean.TRUE::equals)
              .toList();
      assertThat(held).hasSize(1);
    }
    assertCounts("CLAIMED", 1);
  }

  @Test
  void claimMayBeRepeatedByWhoHoldsIt() {
    campaigns().plan(id, "0", "s1", NOW);

    assertThat(claim("s1", "mine")).isTrue();
    assertThat(claim("s1", "mine")).isTrue();
    assertThat(claim("s1", "yours")).isFalse();
    assertThat(claim("s2", "mine")).as("not planned").isFalse();
  }

  @Test
  void rowThatIsPlannedAgainStaysAsItIs() {
    campaigns().plan(id, "0", "s1", NOW);
    claim("s1", "mine");
    campaigns().plan(id, "0", "s1", NOW);

    assertCounts("CLAIMED", 1);
  }

  @Test
  void answerOfSesCountsForItsClaim() {
    campaigns().plan(id, "0", "s1", NOW);
    campaigns().sent(id, "0", "s1", "mine", "m1");
    assertCounts("PENDING", 1);
    claim("s1", "mine");
    campaigns().sent(id, "0", "s1", "yours", "m1");
    assertCounts("CLAIMED", 1);

    campaigns().sent(id, "0", "s1", "mine", "m1");

    assertCounts("SENT", 1);
    assertThat(claim("s1", "mine")).as("sent for good").isFalse();
  }

  @Test
  void eventOfSesCountsForEveryOpenRowAndMakesNone() {
    campaigns().sentByEvent(id, "0", "s1", "m1");
    assertThat(campaigns().counts(id)).isEmpty();
    campaigns().plan(id, "0", "s1", NOW);
    campaigns().plan(id, "0", "s2", NOW);
    campaigns().close(id, "0", "s2", "PENDING", "SKIPPED", "unsubscribed");

    campaigns().sentByEvent(id, "0", "s1", "m1");
    campaigns().sentByEvent(id, "0", "s2", "m2");

    assertThat(campaigns().counts(id)).isEqualTo(Map.of("SENT", 1L, "SKIPPED", 1L));
  }

  @Test
  void refusedClaimIsOpenForEverybodyAgain() {
    campaigns().plan(id, "0", "s1", NOW);
    claim("s1", "mine");
    campaigns().close(id, "0", "s1", "PENDING", "SKIPPED", "too late");
    assertCounts("CLAIMED", 1);

    campaigns().close(id, "0", "s1", "CLAIMED", "PENDING", "throttled");

    assertThat(claim("s1", "yours")).isTrue();
  }

  @Test
  void claimWithoutWordForTooLongIsParkedOnce() {
    campaigns().plan(id, "0", "s1", NOW);
    campaigns().plan(id, "f", "s2", NOW);
    claim("s1", "mine");

    assertThat(campaigns().park(id, NOW)).isZero();
    assertThat(campaigns().park(id, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(campaigns().park(id, NOW.plusSeconds(1))).isZero();

    assertThat(campaigns().counts(id)).isEqualTo(Map.of("PARKED", 1L, "PENDING", 1L));
    campaigns().sent(id, "0", "s1", "mine", "m1");
    assertThat(campaigns().counts(id)).isEqualTo(Map.of("SENT", 1L, "PENDING", 1L));
  }

  private boolean claim(String subscriber, String claim) {
    return campaigns().claim(id, "0", subscriber, claim, NOW);
  }

  private void assertCounts(String state, long rows) {
    assertThat(campaigns().counts(id)).isEqualTo(Map.of(state, rows));
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
