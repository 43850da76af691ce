package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PARKED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a campaign needs every minute. */
final class TickTest {
  private static final Instant START = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planning = new InMemoryPlanning(subscribers);
  private final InMemoryCampaigns campaigns = new InMemoryCampaigns(planning);
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryOpenDeliveries open = new InMemoryOpenDeliveries(deliveries);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private final Together sideBySide = new Together();
  private Instant now = START;
  private double sentToday;
  private final Tick tick = tick(Optional.empty());
  private final List<DeliveryId> people = new ArrayList<>();

  private Tick tick(Optional<DecideRecommended> resendOnEvidence) {
    return new Tick(
        campaigns,
        planning,
        outgoing,
        new OpenRows(
            campaigns,
            deliveries,
            open,
            counts,
            outgoing,
            sideBySide,
            Duration.ofMinutes(15),
            () -> now),
        new FinishCampaign(campaigns, open, counts, () -> now),
        new WatchCampaign(campaigns, counts, new TellStarter(open, outgoing), () -> now),
        resendOnEvidence,
        new SendQuota(
            () -> new AccountQuota.Figures(14, /* mailsPerDay= */ 100, sentToday),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            () -> now),
        () -> now);
  }

  private void campaign(int audience) {
    for (int made = 0; made < audience; made++) {
      var email = new EmailAddress("reader%d@press.example".formatted(made));
      var subscriber = subscribers.ofAddress(email, Language.EN, START);
      subscribers.subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", START);
      people.add(new DeliveryId("c1", subscriber.id()));
    }
    campaigns.started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), START);
  }

  private void planAll() {
    var plan =
        new PlanBucket(campaigns, deliveries, open, planning, outgoing, new InTurn(), () -> now);
    planning
        .segments("c1")
        .forEach(
            it -> plan.plan(new BucketToPlan("c1", it.bucket(), Mode.PLAN), now.plusSeconds(60)));
    outgoing.lose();
  }

  /** How many writes wait for nothing but the slowest of them. */
  private static final class Together implements SideBySide {
    private int most;

    @Override
    public <T> void each(List<T> items, Consumer<T> work) {
      most = Math.max(most, items.size());
      items.forEach(work);
    }
  }

  @Test
  void pageWhoseHintsAreLostIsWrittenTogetherAndOneThatIsCancelledToo() {
    campaign(200);
    planAll();
    now = now.plus(Duration.ofMinutes(11));
    tick.run();
    assertThat(sideBySide.most).isGreaterThan(1);

    sideBySide.most = 0;
    move("cancelled", "");
    tick.run();
    assertThat(sideBySide.most).isGreaterThan(1);
    assertThat(deliveries.counts("c1")).containsOnlyKeys(SKIPPED);
  }

  private Campaign campaign() {
    return campaigns.find("c1").orElseThrow();
  }

  private void move(String to, String reason) {
    campaigns.move(campaign(), to, reason, now);
  }

  private void hear(Word.Kind kind, DeliveryId id) {
    new TakeWord(deliveries, counts).take(id, new Word(kind, "", "m", now));
  }

  private void claim(DeliveryId id, String claim) {
    deliveries.claim(
        id,
        TOPIC,
        subscribers.find(id.subscriberId()).orElseThrow().email().orElseThrow(),
        claim,
        now);
  }

  @Test
  void startWhoseWordWasLostIsPlannedAMinuteLater() {
    campaign(3);

    tick.run();

    assertThat(outgoing.plans()).hasSize(16);
    outgoing.idle(false);
    tick.run();
    assertThat(outgoing.plans()).as("while a planner may be at it").hasSize(16);
  }

  @Test
  void bucketThatIsPlannedWhileTheRowsAreCountedIsNotTheEnd() {
    campaign(3);

    tick.run();
    assertThat(campaign().state())
        .as("nothing is planned, and no row is open")
        .isEqualTo("sending");
    planAll();
    tick.run();
    assertThat(campaign().state()).as("rows are open").isEqualTo("sending");
    people.forEach(it -> hear(Word.Kind.SEND, it));
    tick.run();

    assertThat(campaign().state()).isEqualTo("sent");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 3L));
  }

  @Test
  void campaignThatDoesNotAddUpIsPausedAndToldOf() throws IOException {
    campaign(3);
    planAll();
    people.forEach(it -> hear(Word.Kind.SEND, it));
    var stray = subscribers.ofAddress(new EmailAddress("stray@press.example"), Language.EN, now);
    var extra = new DeliveryId("c1", stray.id());
    deliveries.plan(extra, now);
    hear(Word.Kind.SEND, extra);

    var told = StandardOutput.of(tick::run);

    assertThat(campaign().state()).isEqualTo("paused");
    assertThat(campaign().pausedReason()).contains("accounting");
    assertThat(told).contains("\"CampaignDoesNotAddUp\":1");
  }

  @Test
  void rowsThatNobodyWorksOnForTenMinutesAreHintedAtAgain() {
    campaign(30);
    planAll();
    now = START.plus(Duration.ofMinutes(10));
    tick.run();
    assertThat(outgoing.sends()).isEmpty();
    now = now.plusMillis(1);
    outgoing.idle(false);
    tick.run();
    assertThat(outgoing.sends()).as("while messages are under way").isEmpty();
    outgoing.idle(true);

    tick.run();

    assertThat(recipients()).hasSize(30).doesNotHaveDuplicates();
    outgoing.lose();
    tick.run();
    assertThat(outgoing.sends()).as("from then on one by one").hasSize(30);
  }

  private List<String> recipients() {
    return outgoing.sends().stream().map(BatchToSend::subscribers).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sending", "paused", "cancelled"})
  void claimIsParkedAfterAQuarterOfAnHourWhateverTheCampaignsState(String state) {
    campaign(1);
    planAll();
    claim(people.getFirst(), "mine");
    if (!state.equals("sending")) {
      move(state, "editor");
    }
    now = START.plus(Duration.ofMinutes(15));
    tick.run();
    assertThat(deliveries.counts("c1")).doesNotContainKey(PARKED);
    now = now.plusMillis(1);

    tick.run();

    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PARKED, 1L));
    assertThat(campaigns.open()).as("a decision is open").hasSize(1);
  }

  @Test
  void cancelledCampaignClosesItsRowsAndIsLookedAtNoMoreOnceNoPlannerIsLate() {
    campaign(2);
    planAll();
    move("cancelled", "");
    tick.run();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, 2L));
    now = START.plus(Duration.ofMinutes(15));
    tick.run();
    assertThat(campaigns.open()).hasSize(1);

    now = now.plusMillis(1);
    tick.run();

    assertThat(campaigns.open()).isEmpty();
  }

  @Test
  void pausedCampaignIsNotHintedAt() {
    campaign(2);
    planAll();
    move("paused", "editor");
    now = START.plus(Duration.ofHours(1));

    tick.run();

    assertThat(outgoing.sends()).isEmpty();
    assertThat(campaign().state()).isEqualTo("paused");
  }

  @Test
  void dailyQuotaThatHasRoomAgainResumes() {
    campaign(2);
    planAll();
    sentToday = 100;
    move("paused", "daily-quota");
    tick.run();
    assertThat(campaign().state()).isEqualTo("paused");
    sentToday = 99;
    now = START.plus(Duration.ofMinutes(1));

    tick.run();

    assertThat(campaign().state()).isEqualTo("sending");
    assertThat(outgoing.plans()).hasSize(16).allMatch(it -> it.mode() == Mode.REQUEUE);
  }

  @Test
  void moreRowsThanARunGoesThroughAreGoneThroughByTheNext() {
    campaign(OpenRows.PAGES * 100 + 1600);
    planAll();
    move("cancelled", "");

    tick.run();
    assertThat(deliveries.counts("c1")).containsKey(PENDING);
    assertThat(campaigns.open().getFirst().cursor()).isPresent();
    tick.run();

    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, people.size() + 0L));
    assertThat(campaigns.open().getFirst().cursor()).isEmpty();
  }

  @Test
  void failedAndParkedRowsAreAnEndToo() {
    campaign(2);
    planAll();
    claim(people.get(0), "mine");
    open.park(people.get(0), "mine");
    deliveries.giveUp(people.get(1), "render");

    tick.run();

    assertThat(campaign().state()).isEqualTo("sent");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PARKED, 1L, FAILED, 1L));
  }
}
