package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.newsletters.BatchToSend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No mail before its slot, and none after somebody left or stopped it meanwhile. */
final class PaceOfDeliveryTest extends CampaignToTwo {
  @Test
  void pauseBitesWithinASecond() {
    ses.afterwards =
        () -> {
          campaigns.move(campaigns.find("c1").orElseThrow(), "paused", "editor", NOW);
          pace.pass(Duration.ofSeconds(1));
        };

    deliver(ada, bob);

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.state(id(bob))).isEqualTo(PENDING);
  }

  @Test
  void rowsThatAreClosedCostNoSlot() {
    deliver(ada, bob);
    int taken = pace.taken;

    sender().deliver(new BatchToSend("c1", "0", List.of(ada, bob)), UNTIL);

    assertThat(pace.taken).isEqualTo(taken);
  }

  @Test
  void slotThatWasMissedIsGivenUpAndNeverUsed() {
    pace.meanwhile = () -> pace.pass(Duration.ofMillis(251));

    deliver(ada);

    assertThat(pace.taken).as("its own, and another").isEqualTo(2);
    assertThat(ses.sent).hasSize(1);
  }

  @Test
  void slotOfAQuarterOfASecondAgoIsUsed() {
    pace.meanwhile = () -> pace.pass(Duration.ofMillis(250));

    deliver(ada);

    assertThat(pace.taken).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 14, 50, 833, 1000})
  void messageFitsItsLimitAtEveryRate(double mailsPerSecond) {
    pace.rate(mailsPerSecond);
    var crowd = crowd(25);

    var left = deliver(crowd);

    assertThat(pace.instant()).isBeforeOrEqualTo(UNTIL.plusMillis(250));
    assertThat(ses.sent.size() + left.size()).isEqualTo(25);
    assertThat(ses.sent).isNotEmpty();
    assertThat(pace.lost()).as("slots that nobody used").isLessThanOrEqualTo(1);
  }

  @Test
  void whoLeavesWhileTheMailWaitsForItsSlotGetsNone() {
    pace.meanwhile = () -> subscribers.unsubscribe(ada, TOPIC, "one-click", NOW);

    deliver(ada);

    assertThat(ses.sent).isEmpty();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, 1L, PENDING, 1L));
  }
}
