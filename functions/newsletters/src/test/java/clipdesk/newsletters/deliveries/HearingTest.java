package clipdesk.newsletters.deliveries;

import static clipdesk.newsletters.deliveries.DeliveryState.CLAIMED;
import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PARKED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static clipdesk.newsletters.deliveries.Hearing.Alarm.DUPLICATE;
import static clipdesk.newsletters.deliveries.Hearing.Alarm.NONE;
import static clipdesk.newsletters.deliveries.Hearing.Alarm.UNEXPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.deliveries.Hearing.Alarm;
import clipdesk.newsletters.deliveries.Word.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each word means for a row in each state. */
final class HearingTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String MINE = "claim-1";

  private static Delivery row(DeliveryState state, Known known) {
    var claim =
        state == PENDING || state == SKIPPED
            ? Optional.<Delivery.Claim>empty()
            : Optional.of(new Delivery.Claim(MINE, NOW));
    return new Delivery(new DeliveryId("c1", "s1"), state, claim, Optional.of(NOW), 0, known);
  }

  private static Delivery row(DeliveryState state) {
    return row(
        state,
        switch (state) {
          case SENT -> Known.nothing().taken("m1").answered();
          case FAILED, SKIPPED -> Known.nothing().because("invalid-address");
          case PENDING, CLAIMED, PARKED -> Known.nothing();
        });
  }

  private static Hearing hear(Delivery row, Kind kind, String claim, String messageId) {
    return Hearing.of(row, new Word(kind, claim, messageId, NOW.plusSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, claim-0, m0, SENT, NONE",
    "CLAIMED, claim-1, m1, SENT, NONE",
    "CLAIMED, claim-0, m0, SENT, DUPLICATE",
    "CLAIMED, '', m1, SENT, NONE",
    "PARKED, claim-1, m1, SENT, NONE",
    "PARKED, claim-0, m0, SENT, DUPLICATE",
    "SENT, claim-1, m1, SENT, NONE",
    "SENT, claim-0, m0, SENT, DUPLICATE",
    "FAILED, claim-1, m1, FAILED, UNEXPECTED",
    "SKIPPED, claim-1, m1, SKIPPED, UNEXPECTED"
  })
  void everyEventOfATakenMailSettlesItsRow(
      DeliveryState from, String claim, String messageId, DeliveryState to, Alarm alarm) {
    for (var kind :
        new Kind[] {
          Kind.ANSWER,
          Kind.SEND,
          Kind.DELIVERY,
          Kind.PERMANENT_BOUNCE,
          Kind.TRANSIENT_BOUNCE,
          Kind.COMPLAINT
        }) {
      var heard = hear(row(from), kind, claim, messageId);

      assertThat(heard.then().state()).as(kind.name()).isEqualTo(to);
      assertThat(heard.alarm()).as(kind.name()).isEqualTo(alarm);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, claim-0, m0, FAILED, NONE",
    "CLAIMED, claim-1, m1, FAILED, NONE",
    "CLAIMED, claim-0, m0, CLAIMED, DUPLICATE",
    "PARKED, claim-1, m1, FAILED, NONE",
    "SENT, claim-1, m1, FAILED, NONE",
    "SENT, claim-0, m0, SENT, DUPLICATE",
    "FAILED, claim-1, m1, FAILED, UNEXPECTED",
    "SKIPPED, claim-1, m1, SKIPPED, UNEXPECTED"
  })
  void rejectOfAMailNeverMarksItsRowSent(
      DeliveryState from, String claim, String messageId, DeliveryState to, Alarm alarm) {
    var heard = hear(row(from), Kind.REJECT, claim, messageId);

    assertThat(heard.then().state()).isEqualTo(to);
    assertThat(heard.alarm()).isEqualTo(alarm);
    if (to == FAILED && from != FAILED) {
      assertThat(heard.then().known().reason()).contains("rejected");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void wordThatComesTwiceChangesNothingMore(Kind kind) {
    for (var state : new DeliveryState[] {PENDING, CLAIMED, PARKED, SENT}) {
      var once = hear(row(state), kind, MINE, "m1").then();

      assertThat(hear(once, kind, MINE, "m1")).isEqualTo(new Hearing(once, NONE));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLAIMED", "PARKED"})
  void earlierMailThatWasThrownAwaySettlesNothingInWhateverOrder(DeliveryState state) {
    var rejected = hear(row(state), Kind.REJECT, "claim-0", "m0").then();

    assertThat(hear(rejected, Kind.SEND, "claim-0", "m0"))
        .isEqualTo(new Hearing(rejected, DUPLICATE));
    assertThat(hear(rejected, Kind.SEND, MINE, "m1").then().state()).isEqualTo(SENT);
    var released = rejected.free(rejected.known());
    assertThat(hear(released, Kind.SEND, "claim-0", "m0")).isEqualTo(new Hearing(released, NONE));
  }

  @Test
  void sendEventAfterItsRejectIsExpected() {
    var rejected = hear(row(SENT), Kind.REJECT, MINE, "m1").then();

    assertThat(hear(rejected, Kind.SEND, MINE, "m1").alarm()).isEqualTo(NONE);
    assertThat(hear(rejected, Kind.SEND, "claim-0", "m0").alarm()).isEqualTo(DUPLICATE);
  }

  @Test
  void eventOfASentRowIsCountedOfThoseThatSesTook() {
    var sent = row(SENT);
    assertThat(Tally.of(sent).taken()).isEqualTo(1);
    assertThat(Tally.of(sent).heard()).isZero();

    assertThat(Tally.of(hear(sent, Kind.SEND, MINE, "m1").then()).heard()).isEqualTo(1);
  }

  @Test
  void whoLeavesByTheLinkOfTheMailIsMarkedInWhateverState() {
    for (var state : DeliveryState.values()) {
      var heard = Hearing.of(row(state), Word.left(NOW));

      assertThat(heard.then().state()).isEqualTo(state);
      assertThat(heard.then().known().heard(Kind.LEFT)).isTrue();
      assertThat(heard.alarm()).isEqualTo(NONE);
    }
  }

  @ParameterizedTest
  @CsvSource({"SKIPPED, erased", "FAILED, render"})
  void rowThatWasToGoOnceMoreKeepsTheMailThatWentBefore(DeliveryState state, String reason) {
    var again = new Decision(Decision.Choice.RESEND, "editor-1", NOW);
    var closed = row(state, Known.nothing().decided(again).because(reason));

    var first = hear(closed, Kind.DELIVERY, "claim-0", "m0");

    assertThat(first.alarm()).isEqualTo(NONE);
    assertThat(first.then().state()).isEqualTo(state);
    assertThat(first.then().known().reason()).contains(reason);
    assertThat(first.then().known().messageId()).contains("m0");
    assertThat(hear(first.then(), Kind.SEND, "claim-0", "m0").alarm()).isEqualTo(NONE);
    assertThat(hear(first.then(), Kind.SEND, MINE, "m1").alarm()).isEqualTo(DUPLICATE);
  }

  @Test
  void eventAboutASkippedRowIsToldAndChangesNothing() {
    var skipped = row(SKIPPED);

    assertThat(hear(skipped, Kind.SEND, MINE, "m1")).isEqualTo(new Hearing(skipped, UNEXPECTED));
  }
}
