package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a campaign, written page by page. */
final class PlanBucketTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(100);
  private static final String TOPIC = "announcements";
  private static final String BUCKET = "3";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  private final PortsInMemory ports = PortsInMemory.empty();
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private int atOnce;
  private int mostAtOnce;
  private Instant now = NOW;
  private final PlanBucket planBucket = ports.planner(outgoing, new Counted(), () -> now);
  private final List<String> audience = new ArrayList<>();

  private final class Counted implements SideBySide {
    @Override
    public <T> void each(List<T> items, java.util.function.Consumer<T> work) {
      atOnce = items.size();
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      items.forEach(work);
    }
  }

  @BeforeEach
  void campaignOfMoreThanTwoPages() {
    for (int made = 0; audience.size() < 1100; made++) {
      subscribe("reader%d@press.example".formatted(made), NOW);
    }
    ports.campaigns().started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
  }

  private void subscribe(String email, Instant since) {
    var subscriber = ports.subscribers().ofAddress(new EmailAddress(email), Language.EN, since);
    ports.subscribers().subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", since);
    if (Subscriber.bucket(subscriber.id()).equals(BUCKET)) {
      audience.add(subscriber.id());
    }
  }

  private void plan(Mode mode) {
    planBucket.plan(new BucketToPlan("c1", BUCKET, mode), UNTIL);
  }

  private void sent(DeliveryId id) {
    new TakeWord(ports.deliveries(), ports.counts())
        .take(id, new Word(Word.Kind.SEND, "", "m", now));
  }

  private Segment segment() {
    return ports.planning().segment("c1", BUCKET).orElseThrow();
  }

  @Test
  void everybodyOfTheBucketHasARowAndAHintPageByPage() {
    plan(Mode.PLAN);

    assertThat(ports.openDeliveries().counts("c1", BUCKET)).isEqualTo(Map.of(PENDING, 1100L));
    assertThat(hinted()).containsExactlyInAnyOrderElementsOf(audience);
    assertThat(outgoing.sends()).allSatisfy(it -> assertThat(it.subscribers()).hasSizeLessThan(26));
    assertThat(mostAtOnce).as("no more than a page in memory").isEqualTo(500);
    assertThat(segment()).isEqualTo(new Segment(BUCKET, true, java.util.Optional.empty(), 1100));
  }

  private List<String> hinted() {
    return outgoing.sends().stream().map(BatchToSend::subscribers).flatMap(List::stream).toList();
  }

  @Test
  void messageThatComesTwicePlansOnce() {
    plan(Mode.PLAN);
    int told = outgoing.sends().size();

    plan(Mode.PLAN);

    assertThat(outgoing.sends()).hasSize(told);
    assertThat(segment().rows()).isEqualTo(1100);
  }

  @Test
  void whoCameAfterTheStartIsNotOfTheAudienceWhateverIsRepeated() {
    int before = audience.size();
    for (int late = 0; late < 64; late++) {
      subscribe("late%d@press.example".formatted(late), NOW.plusMillis(1));
    }
    now = NOW.plusSeconds(60);

    plan(Mode.PLAN);

    assertThat(audience).hasSizeGreaterThan(before);
    assertThat(segment().rows()).isEqualTo(before);
  }

  @Test
  void whoLeftMeanwhileIsNoShortfall() {
    ports.subscribers().unsubscribe(audience.getFirst(), TOPIC, "one-click", NOW);

    plan(Mode.PLAN);

    assertThat(segment().rows()).isEqualTo(1099);
  }

  @Test
  void checkpointStaysBeforeAPageWhoseHintsAreNotOut() {
    outgoing.breakAfter(20);

    assertThatThrownBy(() -> plan(Mode.PLAN)).hasMessage("The queue is gone");
    assertThat(segment().planned()).isFalse();
    assertThat(hinted()).hasSize(500);
    assertThat(segment().lastKey()).isPresent();
    plan(Mode.PLAN);

    assertThat(hinted()).containsAll(audience);
    assertThat(ports.openDeliveries().counts("c1", BUCKET)).isEqualTo(Map.of(PENDING, 1100L));
  }

  @Test
  void timeThatRunsOutIsTakenUpByANewMessage() {
    planBucket.plan(new BucketToPlan("c1", BUCKET, Mode.PLAN), NOW);

    assertThat(outgoing.plans()).containsExactly(new BucketToPlan("c1", BUCKET, Mode.PLAN));
    assertThat(segment().planned()).isFalse();
  }

  @Test
  void campaignThatIsPausedIsPlannedNoFurther() {
    ports.campaigns().move(ports.campaigns().find("c1").orElseThrow(), "paused", "editor", NOW);

    plan(Mode.PLAN);

    assertThat(outgoing.sends()).isEmpty();
    assertThat(segment()).isEqualTo(new Segment(BUCKET, false, java.util.Optional.empty(), 0));
  }

  @Test
  void resumingHintsAtWhatIsLeftAndAtNothingElse() {
    plan(Mode.PLAN);
    outgoing.lose();
    for (var sent : audience.subList(0, 1000)) {
      sent(new DeliveryId("c1", sent));
    }

    plan(Mode.REQUEUE);

    assertThat(hinted()).containsExactlyInAnyOrderElementsOf(audience.subList(1000, 1100));
  }

  @Test
  void cancellingClosesWhatIsOpen() {
    plan(Mode.PLAN);
    sent(new DeliveryId("c1", audience.getFirst()));
    plan(Mode.CANCEL);
    assertThat(ports.openDeliveries().counts("c1", BUCKET))
        .as("not yet")
        .containsEntry(PENDING, 1099L);
    ports.campaigns().move(ports.campaigns().find("c1").orElseThrow(), "cancelled", "", NOW);

    plan(Mode.CANCEL);

    assertThat(ports.openDeliveries().counts("c1", BUCKET))
        .isEqualTo(Map.of(SENT, 1L, SKIPPED, 1099L));
  }

  @Test
  void messageOfNoBucketIsADeadLetterAndOfNoCampaignIsHarmless() throws IOException {
    var handler = new PlannerHandler(planBucket, () -> now);

    assertThat(
            QueueCalls.failures(
                handler,
                QueueCalls.batch(
                    "{\"v\":1,\"type\":\"plan\",\"campaignId\":\"c1\",\"bucket\":\"zz\",\"mode\":\"plan\"}",
                    new BucketToPlan("c2", "0", Mode.PLAN).json(),
                    new BucketToPlan("c1", BUCKET, Mode.PLAN).json()),
                Duration.ofSeconds(120)))
        .containsExactly("m-0");
    assertThat(segment().planned()).isTrue();
  }
}
