package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.CLAIMED;
import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each newsletter once, whatever is repeated and whatever fails. */
final class DeliverCampaignTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";

  private static final Instant UNTIL = NOW.plusSeconds(35);
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planning = new InMemoryPlanning(subscribers);
  private final InMemoryCampaigns campaigns = new InMemoryCampaigns(planning);
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final TakeWord takeWord = new TakeWord(deliveries, counts);
  private final Ses ses = new Ses();
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private final RecordedPace pace = new RecordedPace(NOW);
  private double perDay = -1;
  private String unwritable = "";
  private final SendQuota quota =
      new SendQuota(
          () -> new AccountQuota.Figures(14, perDay, 0),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          pace);
  private final DeliverCampaign deliver = sender();
  private String ada;
  private String bob;

  /** Another process. */
  private DeliverCampaign sender() {
    var links = TestKeys.links();
    var live = new LiveCampaigns(campaigns, pace);
    return new DeliverCampaign(
        live,
        deliveries,
        new DeliverMail(
            live,
            deliveries,
            takeWord,
            subscribers,
            (campaign, letters, recipient, email) -> {
              if (email.text().equals(unwritable)) {
                throw new IllegalStateException("Not to " + unwritable);
              }
              return new CampaignMail(links, new ListMail(TestWiring.sampleConfig()))
                  .bytes(campaign, letters, recipient, email);
            },
            ses,
            pace,
            quota,
            new Breaker(),
            pace),
        pace,
        quota,
        new InTurn(),
        pace);
  }

  @BeforeEach
  void campaignBeingSentToTwo() {
    campaigns.started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
    ada = subscriber("ada@press.example", Language.FR);
    bob = subscriber("bob@press.example", Language.UK);
  }

  private String subscriber(String email, Language language) {
    var subscriber = subscribers.ofAddress(new EmailAddress(email), language, NOW);
    subscribers.subscribe(subscriber, TOPIC, language, "account-page", "1", NOW);
    deliveries.plan(id(subscriber.id()), NOW);
    return subscriber.id();
  }

  private static DeliveryId id(String subscriber) {
    return new DeliveryId("c1", subscriber);
  }

  private List<String> deliver(String... recipients) {
    return deliver.deliver(new BatchToSend("c1", "0", List.of(recipients)), UNTIL);
  }

  @Test
  void messageThatComesTwiceSendsOnce() {
    deliver(ada, bob);
    deliver(ada, bob);

    assertThat(ses.sent).containsExactly("ada@press.example", "bob@press.example");
  }

  @Test
  void exampleEventIsABatchThatTheHandlerDelivers() throws IOException {
    var event = ExampleEvents.text("newsletter-batch-queued.json").replace("s1", ada);

    assertThat(QueueCalls.failures(handler(), event)).isEmpty();

    assertThat(ses.sent).containsExactly("ada@press.example");
  }

  private SenderHandler handler() {
    var single = SingleMailWorld.single(ses, quota, pace);
    return new SenderHandler(
        deliver,
        SingleMailWorld.confirmations(
            subscribers, new InMemoryMailboxes(subscribers), single, pace),
        SingleMailWorld.tests(campaigns, single),
        outgoing,
        pace);
  }

  @Test
  void daysQuotaThatSesRefusesByPausesTheCampaignAndFailsNothing() throws IOException {
    ses.answers.add(new Outcome.Accepted("m1"));
    ses.answers.add(new Outcome.OverQuota());

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada, bob)))).isEmpty();

    assertPaused("daily-quota");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 1L, PENDING, 1L));
    assertThat(outgoing.later()).isEmpty();
  }

  @Test
  void daysQuotaThatIsKnownToBeUsedUpAsksSesForNothing() {
    perDay = 1;
    ses.answers.add(new Outcome.Accepted("m1"));
    deliver(ada);

    deliver(bob);

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertPaused("daily-quota");
  }

  private void assertPaused(String reason) {
    var campaign = campaigns.find("c1").orElseThrow();
    assertThat(campaign.state()).isEqualTo("paused");
    assertThat(campaign.pausedReason()).contains(reason);
  }

  private static String batchOf(String... recipients) {
    return new BatchToSend("c1", "0", List.of(recipients)).json();
  }

  @Test
  void everyMailCanBeLeftWithOneClick() {
    deliver(ada);

    assertThat(ses.mails.getFirst())
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        .contains("List-Unsubscribe: <https://api.clipdesk.example/v1/u/u1.");
  }

  @Test
  void rateThatWasTooFastMovesTheBucketAndTriesTheSameRecipientAgain() {
    ses.answers.add(new Outcome.Throttled());

    assertThat(deliver(ada, bob)).isEmpty();

    assertThat(pace.slowedDown).containsExactly(Duration.ofSeconds(1));
    assertThat(ses.sent)
        .containsExactly("ada@press.example", "ada@press.example", "bob@press.example");
    assertThat(ses.claims).doesNotHaveDuplicates();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 2L));
  }

  @Test
  void rateThatStaysTooFastPutsTheRecipientBackAndFailsNobody() throws IOException {
    for (int i = 0; i < 5; i++) {
      ses.answers.add(new Outcome.Throttled());
    }

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada)))).isEmpty();

    assertThat(outgoing.later())
        .singleElement()
        .satisfies(it -> assertThat(it).contains("PT10S", ada));
    assertThat(deliveries.state(id(ada))).isEqualTo(PENDING);
  }

  @Test
  void lostAnswerIsNeverGuessed() {
    ses.answers.add(new Outcome.Unknown("timeout"));

    deliver(ada);
    deliver(ada);

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.state(id(ada))).isEqualTo(CLAIMED);
  }

  @Test
  void fiveLostAnswersInARowPauseTheCampaignAndLeaveNoSixthInDoubt() {
    var crowd = crowd(12);
    for (int i = 0; i < 12; i++) {
      ses.answers.add(new Outcome.Unknown("timeout"));
    }

    deliver(crowd);

    assertThat(ses.sent).hasSize(5);
    assertPaused("ses-unreachable");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(CLAIMED, 5L, PENDING, 9L));
  }

  @Test
  void mailThatNeverLeftFreesItsClaimHoweverOftenAndTwentyPauseTheCampaign() {
    for (int round = 0; round < 10; round++) {
      ses.answers.add(new Outcome.NeverSent("refused"));
      ses.answers.add(new Outcome.NeverSent("refused"));
      assertThat(deliver(ada, bob)).containsExactly(ada, bob);
    }

    assertPaused("too-many-failures");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PENDING, 2L));
  }

  @Test
  void refusalOfTheSenderPausesTheCampaignAndIsNobodysFault() {
    ses.answers.add(new Outcome.SenderRefused("MessageRejected"));

    deliver(ada, bob);

    assertPaused("sender-config");
    assertThat(ses.sent).hasSize(1);
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PENDING, 2L));
  }

  @Test
  void rejectedAddressKeepsNobodyElse() {
    ses.answers.add(new Outcome.Rejected("malformed"));

    deliver(ada, bob);

    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(FAILED, 1L, SENT, 1L));
  }

  @Test
  void whoLeftMeanwhileIsSkipped() {
    subscribers.unsubscribe(ada, TOPIC, "one-click", NOW);
    subscribers.suppress(bob, "bounce", NOW);

    deliver(ada, bob);

    assertThat(ses.sent).isEmpty();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, 2L));
  }

  @Test
  void whoLeavesWhileTheMailWaitsForItsSlotGetsNone() {
    pace.meanwhile = () -> subscribers.unsubscribe(ada, TOPIC, "one-click", NOW);

    deliver(ada);

    assertThat(ses.sent).isEmpty();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, 1L, PENDING, 1L));
  }

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

  @Test
  void mailThatCannotBeMadeFailsBeforeAnyClaimAndKeepsNobodyElse() {
    unwritable = "ada@press.example";

    deliver(ada, bob);

    assertThat(ses.sent).containsExactly("bob@press.example");
    assertThat(deliveries.state(id(ada))).isEqualTo(FAILED);
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
  void whoMakesASenderFailThreeTimesByThemselvesIsGivenUp() {
    for (int kill = 0; kill < 3; kill++) {
      pace.meanwhile =
          () -> {
            throw new IllegalStateException("Killed");
          };
      assertThatThrownBy(() -> deliver(ada)).hasMessage("Killed");
      assertThat(deliveries.state(id(ada))).isEqualTo(PENDING);
    }

    deliver(ada);

    assertThat(deliveries.state(id(ada))).isEqualTo(FAILED);
    assertThat(deliveries.state(id(bob))).isEqualTo(PENDING);
  }

  @Test
  void claimEndsTheCountOfWhoFailedAlone() {
    for (int round = 0; round < 8; round++) {
      ses.answers.add(new Outcome.NeverSent("refused"));
      assertThat(deliver(ada)).containsExactly(ada);
    }

    assertThat(deliver(ada)).isEmpty();
    assertThat(deliveries.state(id(ada))).isEqualTo(SENT);
  }

  private String[] crowd(int size) {
    var crowd = new String[size];
    for (int i = 0; i < size; i++) {
      crowd[i] = subscriber("reader%d@press.example".formatted(i), Language.EN);
    }
    return crowd;
  }

  private final class Ses implements Mailer {
    private final List<Outcome> answers = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private Runnable afterwards = () -> {};

    @Override
    public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
      sent.add(to.text());
      claims.add(tags.get("claim"));
      mails.add(new String(mail, StandardCharsets.UTF_8));
      var answer =
          answers.isEmpty() ? new Outcome.Accepted("m" + sent.size()) : answers.removeFirst();
      afterwards.run();
      return answer;
    }
  }
}
