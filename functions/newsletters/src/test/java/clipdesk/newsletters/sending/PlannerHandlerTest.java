package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the queue of plans, message by message. */
final class PlannerHandlerTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  private final PortsInMemory ports = PortsInMemory.empty();
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private final PlannerHandler handler =
      new PlannerHandler(ports.planner(outgoing, new InTurn(), () -> NOW), () -> NOW);

  private String subscribeAndStart() {
    var ada =
        ports.subscribers().ofAddress(new EmailAddress("ada@press.example"), Language.EN, NOW);
    ports.subscribers().subscribe(ada, TOPIC, Language.EN, "account-page", "1", NOW);
    ports.campaigns().started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
    return ada.id();
  }

  private static String plan(String campaign, String bucket) {
    return new BucketToPlan(campaign, bucket, Mode.PLAN).json();
  }

  @Test
  void messageThatComesTwiceIsPlannedOnce() throws IOException {
    var ada = subscribeAndStart();
    var message = plan("c1", Subscriber.bucket(ada));

    assertThat(QueueCalls.failures(handler, QueueCalls.batch(message, message))).isEmpty();

    assertThat(outgoing.sends()).hasSize(1);
    assertThat(outgoing.sends().getFirst().subscribers()).containsExactly(ada);
    assertThat(ports.planning().segment("c1", Subscriber.bucket(ada)).orElseThrow().rows())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@press.example",
        "{\"v\":1,\"type\":\"plan\",\"campaignId\":\"c1\",\"bucket\":\"zz\",\"mode\":\"plan\"}",
        "{\"v\":1,\"type\":\"send\",\"campaignId\":\"c1\",\"bucket\":\"0\",\"mode\":\"plan\"}",
        "{\"v\":9,\"type\":\"plan\",\"campaignId\":\"c1\",\"bucket\":\"0\",\"mode\":\"plan\"}"
      })
  void messageThatIsNoneComesAgainAndTheOneBesideItIsPlanned(String bad) throws IOException {
    var ada = subscribeAndStart();
    var event = QueueCalls.batch(bad, plan("c1", Subscriber.bucket(ada)));

    var log =
        StandardOutput.of(
            () ->
                assertThat(QueueCalls.failures(handler, event))
                    .as("a dead letter in the end")
                    .isEqualTo(List.of("m-0")));

    assertThat(outgoing.sends()).hasSize(1);
    assertThat(log).contains("Message m-0 failed").doesNotContain("ada@press.example");
  }

  @Test
  void campaignThatIsNotThereMailsNobody() throws IOException {
    subscribeAndStart();

    assertThat(QueueCalls.failures(handler, QueueCalls.batch(plan("c2", "0")))).isEmpty();

    assertThat(outgoing.sends()).isEmpty();
  }

  /** At its deadline a planner begins no page: the bucket comes again as a new message. */
  @Test
  void handlerThatHasNoTimeForAPageLeavesTheBucketToTheNext() throws IOException {
    var ada = subscribeAndStart();
    var bucket = Subscriber.bucket(ada);
    var event = QueueCalls.batch(plan("c1", bucket));

    assertThat(QueueCalls.failures(handler, event, Duration.ofSeconds(19))).isEmpty();

    assertThat(outgoing.sends()).isEmpty();
    assertThat(outgoing.plans()).containsExactly(new BucketToPlan("c1", bucket, Mode.PLAN));
  }
}
