package clipdesk.newsletters.sending;

import static clipdesk.newsletters.sending.Setbacks.Kind.REFUSED;
import static clipdesk.newsletters.sending.Setbacks.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.campaigns.Campaign;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every count of setbacks does. */
abstract class SetbacksContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final String id = UUID.randomUUID().toString();

  abstract Setbacks setbacks();

  private Campaign run(long version) {
    return new Campaign(
        id,
        "Week 7",
        "briefings",
        "sending",
        version,
        /* revision= */ 1,
        /* testedRevision= */ 1,
        /* sendAt= */ Optional.empty(),
        Optional.of(NOW),
        NOW,
        /* pausedReason= */ Optional.empty(),
        /* keptOutSince= */ Optional.empty(),
        /* startedBy= */ Optional.empty(),
        /* passedOver= */ Optional.empty());
  }

  @Test
  void setbacksAddUpUntilAMailIsTaken() {
    assertThat(setbacks().add(run(2), UNKNOWN)).isEqualTo(1);
    assertThat(setbacks().add(run(2), UNKNOWN)).isEqualTo(2);
    setbacks().over(run(2));

    assertThat(setbacks().add(run(2), REFUSED)).isEqualTo(1);
    assertThat(setbacks().add(run(2), UNKNOWN)).isEqualTo(1);
    assertThat(setbacks().add(run(2), REFUSED)).isEqualTo(2);
  }

  @Test
  void answersAreLostInARowOrNotAtAll() {
    setbacks().add(run(2), UNKNOWN);
    setbacks().add(run(2), REFUSED);
    assertThat(setbacks().add(run(2), UNKNOWN)).as("after a refusal").isEqualTo(1);

    setbacks().answered(run(2));

    assertThat(setbacks().add(run(2), UNKNOWN)).as("after any answer").isEqualTo(1);
    assertThat(setbacks().add(run(2), REFUSED)).as("that was no success").isEqualTo(2);
  }

  @Test
  void campaignThatGoesOnBeginsAnewAndWhoIsLateChangesNothingOfIt() {
    setbacks().over(run(2));
    setbacks().add(run(2), UNKNOWN);
    setbacks().add(run(2), UNKNOWN);

    assertThat(setbacks().add(run(4), UNKNOWN)).isEqualTo(1);
    assertThat(setbacks().add(run(2), UNKNOWN)).as("late").isZero();
    setbacks().over(run(2));
    setbacks().answered(run(2));

    assertThat(setbacks().add(run(4), UNKNOWN)).isEqualTo(2);
  }

  @Test
  void tenAtOnceAreTen() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      assertThat(
              pool
                  .invokeAll(Collections.nCopies(10, () -> setbacks().add(run(3), UNKNOWN)))
                  .stream()
                  .map(Future::resultNow))
          .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }
  }
}
