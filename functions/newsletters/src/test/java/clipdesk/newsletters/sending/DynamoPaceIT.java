package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Slots that no two senders share. There is no other pace: what tests deliver with has none. */
final class DynamoPaceIT {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final TickingClock clock = new TickingClock(NOW.toString());
  private final DynamoPace pace =
      new DynamoPace(
          TABLE.dynamo(), TABLE.name(), /* mailsPerSecond= */ () -> 1, /* share= */ 0.5, clock);
  private final Duration slot = pace.slot();

  @BeforeEach
  void forgetTheLastTest() {
    var key = Map.of("pk", AttributeValue.fromS("RATE#ses"), "sk", AttributeValue.fromS("RATE"));
    TABLE.dynamo().deleteItem(delete -> delete.tableName(TABLE.name()).key(key));
  }

  private Instant take(int slots) {
    return pace.ask(slots, clock.instant().plusSeconds(3_600), Pace.HOWEVER_FAR).at();
  }

  @Test
  void campaignWaitsWithoutASlotWhileTheBucketIsASecondAhead() {
    take(1);
    var second = NOW.plus(slot);

    assertThat(pace.ask(2, second, Pace.AHEAD)).isEqualTo(new Pace.Turn(second, false));
    clock.pass(slot.minus(Pace.AHEAD));
    assertThat(pace.ask(2, second, Pace.AHEAD)).isEqualTo(new Pace.Turn(second, true));
    assertThat(take(1)).isEqualTo(NOW.plus(slot.multipliedBy(3)));
  }

  @Test
  void slotIsThatOfTheShareOfTheRate() {
    assertThat(slot).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void firstSlotIsNowAndTheNextBehindIt() {
    assertThat(take(1)).isEqualTo(NOW);
    assertThat(take(3)).isEqualTo(NOW.plus(slot));
    assertThat(take(1)).isEqualTo(NOW.plus(slot.multipliedBy(4)));
  }

  @Test
  void slotsThatNobodyTookAreLost() {
    take(1);
    clock.pass(Duration.ofHours(1));

    assertThat(take(1)).isEqualTo(clock.instant());
    assertThat(take(1)).isEqualTo(clock.instant().plus(slot));
  }

  @Test
  void slotThatWouldComeTooLateIsNotTaken() {
    take(3);

    assertThat(pace.reserveBy(NOW.plus(slot.multipliedBy(3)).minusNanos(1_000))).isEmpty();
    assertThat(pace.reserveBy(NOW.plus(slot.multipliedBy(3))))
        .contains(NOW.plus(slot.multipliedBy(3)));
    clock.pass(Duration.ofHours(1));
    assertThat(pace.reserveBy(clock.instant())).contains(clock.instant());
    assertThat(pace.reserveBy(NOW)).isEmpty();
  }

  @Test
  void tenAtOnceGetTenSlots() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      var begins =
          pool.invokeAll(Collections.nCopies(10, () -> take(1))).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
      for (int i = 0; i < 10; i++) {
        assertThat(begins.get(i)).isEqualTo(NOW.plus(slot.multipliedBy(i)));
      }
    }
  }
}
