package clipdesk.newsletters.deliveries;

import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PARKED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.deliveries.CampaignCounts.Duplicate;
import clipdesk.newsletters.deliveries.CampaignCounts.Pulse;
import clipdesk.newsletters.deliveries.Word.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every change of a row does together with what is counted. */
abstract class DeliveryChangesContract extends OpenDeliveriesContract {
  private Word word(Kind kind, String claim, String messageId) {
    return new Word(kind, claim, messageId, NOW.plusSeconds(2));
  }

  private void take(DeliveryId id, Word word) {
    new TakeWord(deliveries(), changes()).take(id, word);
  }

  private Tally told() {
    return counts().tallies(campaign).values().stream().reduce(Tally.none(), Tally::plus);
  }

  @Test
  void rowIsReplacedOnlyWhileItIsAsItWasRead() {
    var mine = token();
    var ada = claimed(mine);
    var seen = row(ada);
    var sent = Hearing.of(seen, word(Kind.SEND, mine, "m1")).then();

    assertThat(changes().replace(seen, sent)).isTrue();
    assertThat(changes().replace(seen, sent)).as("again").isFalse();

    assertThat(row(ada)).isEqualTo(sent);
    var delivered = Hearing.of(sent, word(Kind.DELIVERY, mine, "m1")).then();
    assertThat(changes().replace(sent, delivered)).isTrue();
    assertThat(row(ada).known().words()).containsOnlyKeys(Kind.SEND, Kind.DELIVERY);
  }

  @Test
  void rowThatIsClaimedAnewIsNotTheOneThatWasRead() {
    var mine = token();
    var ada = claimed(mine);
    var seen = row(ada);
    deliveries().release(ada, mine, "throttled");

    assertThat(changes().replace(seen, Hearing.of(seen, word(Kind.SEND, mine, "m1")).then()))
        .isFalse();
    assertThat(row(ada).state()).isEqualTo(PENDING);
  }

  @Test
  void closedRowsAreCountedOnceAndAWordAfterwardsIsCountedWithThem() {
    var mine = token();
    var ada = claimed(mine);
    deliveries().accepted(ada, mine, "m1");
    var seen = row(ada);

    assertThat(changes().count(List.of(seen))).isTrue();
    assertThat(changes().count(List.of(seen))).as("again").isFalse();

    assertThat(told().sent()).isEqualTo(1);
    assertThat(told().taken()).isEqualTo(1);
    assertThat(told().heard()).isZero();
    take(ada, word(Kind.DELIVERY, mine, "m1"));
    take(ada, word(Kind.DELIVERY, mine, "m1"));
    assertThat(told().heard()).isEqualTo(1);
    assertThat(told().delivered()).isEqualTo(1);
    take(ada, word(Kind.REJECT, mine, "m1"));
    assertThat(told().sent()).isZero();
    assertThat(told().failed()).isEqualTo(Map.of("rejected", 1L));
    assertThat(told().closed()).isEqualTo(1);
  }

  @Test
  void rowThatAWordReachedSinceItWasReadIsNotCountedAsItWasRead() {
    var mine = token();
    var ada = claimed(mine);
    deliveries().accepted(ada, mine, "m1");
    var seen = row(ada);
    take(ada, word(Kind.DELIVERY, mine, "m1"));

    assertThat(changes().count(List.of(seen))).isFalse();

    assertThat(told().closed()).isZero();
    assertThat(changes().count(List.of(row(ada)))).isTrue();
    assertThat(told().delivered()).isEqualTo(1);
  }

  @Test
  void neighboursAreThoseThatSesTookWithinTwoMinutes() {
    var mine = token();
    for (var after : List.of(-600L, -119L, 0L, 119L, 600L)) {
      var claim = token();
      var id = claimed(claim, NOW.plusSeconds(after));
      deliveries().accepted(id, claim, "m" + after);
      if (after != 119L) {
        take(id, word(Kind.SEND, claim, "m" + after));
      }
      changes().count(List.of(row(id)));
    }
    var byEvent = claimed(mine);
    take(byEvent, word(Kind.SEND, mine, "m"));
    changes().count(List.of(row(byEvent)));

    assertThat(counts().evidence(campaign, NOW)).isEqualTo(new Evidence(3, 2));
    assertThat(counts().evidence(campaign, NOW.plus(Duration.ofHours(1))))
        .isEqualTo(new Evidence(0, 0));
  }

  @Test
  void decisionFreesAParkedRowAndALateEventBeforeTheNewClaimWins() {
    var mine = token();
    var ada = claimed(mine);
    open().park(ada, mine);
    var decide = new DecideDelivery(deliveries(), changes());
    var decision = new Decision(Decision.Choice.RESEND, "editor-1", NOW.plusSeconds(60));

    assertThat(decide.decide(ada, decision).decided()).isTrue();

    assertThat(row(ada).state()).isEqualTo(PENDING);
    assertThat(row(ada).claim()).isEmpty();
    assertThat(row(ada).known().decision()).contains(decision);
    assertThat(open().parked(campaign)).isZero();
    take(ada, word(Kind.SEND, mine, "m1"));
    assertThat(row(ada).state()).isEqualTo(SENT);
    assertThat(decide.decide(ada, decision).decided()).as("not parked any more").isFalse();
  }

  @Test
  void abandonedRowIsFailedAndKeepsWhatCameOfItAfterAll() {
    var mine = token();
    var ada = claimed(mine);
    open().park(ada, mine);
    new DecideDelivery(deliveries(), changes())
        .decide(ada, new Decision(Decision.Choice.ABANDON, "editor-1", NOW));
    changes().count(List.of(row(ada)));

    take(ada, word(Kind.DELIVERY, mine, "m1"));

    assertThat(row(ada).state()).isEqualTo(FAILED);
    assertThat(row(ada).known().messageId()).contains("m1");
    assertThat(told().failed()).isEqualTo(Map.of("abandoned", 1L));
    assertThat(told().delivered()).isEqualTo(1);
  }

  @Test
  void secondMailOfARowIsInTheReportOnce() {
    var ada = new DeliveryId(campaign, "s-1");
    changes().duplicate(ada, "m2", NOW);
    changes().duplicate(ada, "m2", NOW.plusSeconds(1));
    changes().duplicate(ada, "m3", NOW.plusSeconds(1));

    assertThat(counts().duplicates(campaign))
        .containsExactly(new Duplicate("s-1", List.of("m2", "m3"), NOW));
  }

  @Test
  void pulseIsTheLastOne() {
    assertThat(counts().pulse(campaign)).isEmpty();
    counts()
        .beat(
            campaign, new Pulse(NOW, 10, 2, 14, /* mailsPerSecond= */ 0.5, Set.of(), Tally.none()));
    var last =
        new Pulse(
            NOW.plusSeconds(60), 24, 0, 14, 50, Set.of("b", "a"), new Tally(Map.of("sent", 24L)));
    counts().beat(campaign, last);

    assertThat(counts().pulse(campaign)).contains(last);
  }

  @Test
  void parkedRowIsOpenAndInNoTally() {
    var mine = token();
    var ada = claimed(mine);
    open().park(ada, mine);

    assertThat(row(ada).state()).isEqualTo(PARKED);
    assertThat(told()).isEqualTo(Tally.none());
  }

  @Test
  void whatSendersWereDoneWithAddsUp() {
    assertThat(counts().done(campaign)).isZero();

    counts().addDone(campaign, 25);
    counts().addDone(campaign, 1);

    assertThat(counts().done(campaign)).isEqualTo(26);
  }
}
