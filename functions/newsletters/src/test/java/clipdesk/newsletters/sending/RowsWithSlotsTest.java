package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowsWithSlotsTest {
  private static final Instant START = Fate.START;
  private static final Instant UNTIL = START.plusSeconds(35);
  private static final Duration SLOT = Duration.ofMillis(20);

  private final Deliveries deliveries = StartedCampaign.ports().deliveries();
  private final RecordedPace pace = new RecordedPace(START);
  private final Predicate<Instant> isOver = slot -> pace.instant().isAfter(slot.plusMillis(30));

  private RowsWithSlots rows(int people) {
    var who = IntStream.range(0, people).mapToObj(it -> "s" + it).toList();
    who.forEach(it -> deliveries.plan(new DeliveryId("c1", it), START));
    return new RowsWithSlots(deliveries.read("c1", who), pace, isOver, /* atOnce= */ 5, UNTIL);
  }

  private static Instant slot(RowsWithSlots rows) {
    return rows.next().orElseThrow().slot();
  }

  @Test
  void fiveSlotsAreReservedWithOneWriteAndNoneTooMany() {
    var rows = rows(7);

    var slots = IntStream.range(0, 7).mapToObj(_ -> slot(rows)).toList();

    assertThat(slots)
        .isEqualTo(
            IntStream.range(0, 7).mapToObj(it -> START.plus(SLOT.multipliedBy(it))).toList());
    assertThat(pace.asked).isEqualTo(List.of(5, 2));
    assertThat(rows.next()).isEmpty();
    assertThat(rows.left()).isEmpty();
  }

  @Test
  void slotsForWhichNoPlaceWasFreeInTimeAreGivenUp() {
    var rows = rows(7);
    slot(rows);
    pace.pass(Duration.ofMillis(51));

    assertThat(slot(rows)).isEqualTo(START.plus(SLOT.multipliedBy(5)));
    assertThat(slot(rows)).isEqualTo(START.plus(SLOT.multipliedBy(6)));
    assertThat(pace.asked).isEqualTo(List.of(5, 5));
  }

  @Test
  void afterAsManyInARowAsAreUnderWayNobodyElseIsTried() {
    var rows = rows(8);
    for (int tried = 0; tried < 5; tried++) {
      rows.tryAgain(rows.next().orElseThrow());
    }

    assertThat(rows.next()).isEmpty();
    assertThat(rows.left()).containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
  }

  @Test
  void oneThatIsSettledMeansThatOthersMayBe() {
    var rows = rows(8);
    for (int tried = 0; tried < 4; tried++) {
      rows.tryAgain(rows.next().orElseThrow());
    }
    rows.next();
    rows.settled();
    rows.tryAgain(rows.next().orElseThrow());

    assertThat(rows.next()).isPresent();
    assertThat(rows.left()).containsExactly("s0", "s1", "s2", "s3", "s5", "s7");
  }

  @Test
  void whoFindsNoSlotInTimeIsLeft() {
    var rows = rows(7);
    pace.pass(Duration.ofSeconds(36));

    assertThat(rows.next()).isEmpty();
    assertThat(rows.left()).hasSize(7);
  }
}
