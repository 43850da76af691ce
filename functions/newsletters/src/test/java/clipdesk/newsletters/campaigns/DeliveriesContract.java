package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of ledgers does. */
abstract class DeliveriesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final String id = UUID.randomUUID().toString();

  abstract Deliveries deliveries();

  @Test
  void oneOfTenClaimsHolds() throws Exception {
    deliveries().plan(id, "0", "s1", NOW);
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
    deliveries().plan(id, "0", "s1", NOW);

    assertThat(claim("s1", "mine")).isTrue();
    assertThat(claim("s1", "mine")).isTrue();
    assertThat(claim("s1", "yours")).isFalse();
    assertThat(claim("s2", "mine")).as("not planned").isFalse();
  }

  @Test
  void rowThatIsPlannedAgainStaysAsItIs() {
    deliveries().plan(id, "0", "s1", NOW);
    claim("s1", "mine");
    deliveries().plan(id, "0", "s1", NOW);

    assertCounts("CLAIMED", 1);
  }

  @Test
  void answerOfSesCountsForItsClaim() {
    deliveries().plan(id, "0", "s1", NOW);
    deliveries().sent(id, "0", "s1", "mine", "m1");
    assertCounts("PENDING", 1);
    claim("s1", "mine");
    deliveries().sent(id, "0", "s1", "yours", "m1");
    assertCounts("CLAIMED", 1);

    deliveries().sent(id, "0", "s1", "mine", "m1");

    assertCounts("SENT", 1);
    assertThat(claim("s1", "mine")).as("sent for good").isFalse();
  }

  @Test
  void eventOfSesCountsForEveryOpenRowAndMakesNone() {
    deliveries().sentByEvent(id, "0", "s1", "m1");
    assertThat(deliveries().counts(id)).isEmpty();
    deliveries().plan(id, "0", "s1", NOW);
    deliveries().plan(id, "0", "s2", NOW);
    deliveries().close(id, "0", "s2", "PENDING", "SKIPPED", "unsubscribed");

    deliveries().sentByEvent(id, "0", "s1", "m1");
    deliveries().sentByEvent(id, "0", "s2", "m2");

    assertThat(deliveries().counts(id)).isEqualTo(Map.of("SENT", 1L, "SKIPPED", 1L));
  }

  @Test
  void refusedClaimIsOpenForEverybodyAgain() {
    deliveries().plan(id, "0", "s1", NOW);
    claim("s1", "mine");
    deliveries().close(id, "0", "s1", "PENDING", "SKIPPED", "too late");
    assertCounts("CLAIMED", 1);

    deliveries().close(id, "0", "s1", "CLAIMED", "PENDING", "throttled");

    assertThat(claim("s1", "yours")).isTrue();
  }

  @Test
  void claimWithoutWordForTooLongIsParkedOnce() {
    deliveries().plan(id, "0", "s1", NOW);
    deliveries().plan(id, "f", "s2", NOW);
    claim("s1", "mine");

    assertThat(deliveries().park(id, NOW)).isZero();
    assertThat(deliveries().park(id, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(deliveries().park(id, NOW.plusSeconds(1))).isZero();

    assertThat(deliveries().counts(id)).isEqualTo(Map.of("PARKED", 1L, "PENDING", 1L));
    deliveries().sent(id, "0", "s1", "mine", "m1");
    assertThat(deliveries().counts(id)).isEqualTo(Map.of("SENT", 1L, "PENDING", 1L));
  }

  private boolean claim(String subscriber, String claim) {
    return deliveries().claim(id, "0", subscriber, claim, NOW);
  }

  private void assertCounts(String state, long rows) {
    assertThat(deliveries().counts(id)).isEqualTo(Map.of(state, rows));
  }
}
