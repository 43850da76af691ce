package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign for those alone whom another one passed over, written page by page. */
final class PlanPassedOverTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(100);
  private static final String TOPIC = "announcements";
  private static final String BUCKET = "3";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");
  private static final Map<String, Object> ALL = Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS);
  private static final int MANY = 1200;

  private final PortsInMemory ports = PortsInMemory.empty();
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private final PlanBucket planBucket = ports.planner(outgoing, new InTurn(), () -> NOW);
  private final List<String> passedOver = new ArrayList<>();
  private int made;

  /** Every third was passed over. */
  @BeforeEach
  void campaignOfMoreThanTwoPagesThatIsOver() {
    ports.campaigns().started("c0", TOPIC, ALL, NOW);
    for (int row = 0; row < MANY; row++) {
      var who = subscribed(NOW);
      var id = new DeliveryId("c0", who);
      ports.deliveries().plan(id, NOW);
      if (row % 3 == 0) {
        ports.deliveries().skip(id, "suppressed");
        passedOver.add(who);
      } else {
        ports.deliveries().giveUp(id, row % 3 == 1 ? "suppressed" : "render");
      }
    }
  }

  private String subscribed(Instant since) {
    while (true) {
      var email = new EmailAddress("reader%d@press.example".formatted(made++));
      var subscriber = ports.subscribers().ofAddress(email, Language.EN, since);
      ports.subscribers().subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", since);
      if (Subscriber.bucket(subscriber.id()).equals(BUCKET)) {
        return subscriber.id();
      }
    }
  }

  private void plan() {
    var suppressed = new PassedOver("c0", DeliveryState.SKIPPED, Optional.of("suppressed"));
    if (ports.campaigns().find("c1").isEmpty()) {
      ports.campaigns().started("c1", TOPIC, ALL, suppressed, NOW);
    }
    planBucket.plan(new BucketToPlan("c1", BUCKET, Mode.PLAN), UNTIL);
  }

  private List<String> planned() {
    return ports.deliveries().rows("c1").stream()
        .map(Delivery::id)
        .map(DeliveryId::subscriberId)
        .toList();
  }

  @Test
  void theyHaveARowAndAHintAndNobodyElseHas() {
    plan();

    assertThat(planned()).containsExactlyInAnyOrderElementsOf(passedOver);
    assertThat(outgoing.sends().stream().map(BatchToSend::subscribers).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(passedOver);
    var segment = ports.planning().segment("c1", BUCKET).orElseThrow();
    assertThat(segment.planned()).isTrue();
    assertThat(segment.rows()).isEqualTo(passedOver.size());
  }

  @Test
  void whoLeftSinceOrCameBackAfterTheStartIsNotOfThem() {
    ports.subscribers().unsubscribe(passedOver.removeFirst(), TOPIC, "one-click", NOW);
    var back = passedOver.removeLast();
    ports.subscribers().unsubscribe(back, TOPIC, "one-click", NOW);
    var late = NOW.plusMillis(1);
    ports
        .subscribers()
        .subscribe(
            ports.subscribers().find(back).orElseThrow(),
            TOPIC,
            Language.EN,
            "account-page",
            "1",
            late);

    plan();

    assertThat(planned()).containsExactlyInAnyOrderElementsOf(passedOver);
  }

  @Test
  void planningThatStoppedGoesOnBehindItsPage() {
    outgoing.breakAfter(8);
    assertThatThrownBy(this::plan).hasMessage("The queue is gone");
    var segment = ports.planning().segment("c1", BUCKET).orElseThrow();
    assertThat(segment.planned()).isFalse();
    assertThat(segment.lastKey()).as("a page is done").isPresent();

    plan();

    assertThat(planned()).containsExactlyInAnyOrderElementsOf(passedOver);
    assertThat(ports.planning().segment("c1", BUCKET).orElseThrow().rows())
        .isEqualTo(passedOver.size());
  }
}
