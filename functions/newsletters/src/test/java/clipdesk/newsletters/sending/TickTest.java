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
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a campaign needs every minute. */
final class TickTest {
  private final TickWorld world = new TickWorld();
  private final PortsInMemory ports = world.ports;
  private final Together sideBySide = new Together();
  private final Tick tick = world.tick(ports.planning(), sideBySide);

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
    world.campaign(200);
    world.planAll();
    world.pass(Duration.ofMinutes(11));
    tick.run();
    assertThat(sideBySide.most).isGreaterThan(1);

    sideBySide.most = 0;
    world.move("cancelled", "");
    tick.run();
    assertThat(sideBySide.most).isGreaterThan(1);
    assertThat(ports.deliveries().counts("c1")).containsOnlyKeys(SKIPPED);
  }

  @Test
  void startWhoseWordWasLostIsPlannedAMinuteLater() {
    world.campaign(3);

    tick.run();

    assertThat(world.outgoing.plans()).hasSize(16);
    world.outgoing.idle(false);
    tick.run();
    assertThat(world.outgoing.plans()).as("while a planner may be at it").hasSize(16);
  }

  @Test
  void bucketThatIsPlannedWhileTheRowsAreCountedIsNotTheEnd() {
    world.campaign(3);

    tick.run();
    assertThat(world.campaign().state())
        .as("nothing is planned, and no row is open")
        .isEqualTo("sending");
    world.planAll();
    tick.run();
    assertThat(world.campaign().state()).as("rows are open").isEqualTo("sending");
    world.people.forEach(it -> world.hear(Word.Kind.SEND, it));
    tick.run();

    assertThat(world.campaign().state()).isEqualTo("sent");
    assertThat(ports.deliveries().counts("c1")).isEqualTo(Map.of(SENT, 3L));
  }

  @Test
  void mailThatSesTookWaitsTwoMinutesForWhatElseIsSaidOfItBeforeItIsCounted() {
    world.campaign(3);
    world.planAll();
    world.people.forEach(
        it -> {
          world.claim(it, "claim-" + it.subscriberId());
          ports.deliveries().accepted(it, "claim-" + it.subscriberId(), "m");
        });
    world.hear(Word.Kind.SEND, world.people.get(0));
    world.hear(Word.Kind.DELIVERY, world.people.get(0));
    world.hear(Word.Kind.SEND, world.people.get(1));

    tick.run();
    assertThat(ports.counts().total("c1").sent()).as("its end is known").isEqualTo(1);
    assertThat(world.campaign().state()).isEqualTo("sending");

    world.pass(Duration.ofSeconds(120));
    tick.run();
    assertThat(ports.counts().total("c1").sent()).isEqualTo(1);

    world.pass(Duration.ofMillis(1));
    tick.run();
    assertThat(ports.counts().total("c1").sent()).isEqualTo(3);
    assertThat(world.campaign().state()).isEqualTo("sent");
  }

  @Test
  void campaignThatDoesNotAddUpIsPausedAndToldOf() throws IOException {
    world.campaign(3);
    world.planAll();
    world.people.forEach(it -> world.hear(Word.Kind.SEND, it));
    var stray =
        ports
            .subscribers()
            .ofAddress(new EmailAddress("stray@press.example"), Language.EN, world.now);
    var extra = new DeliveryId("c1", stray.id());
    ports.deliveries().plan(extra, world.now);
    world.hear(Word.Kind.SEND, extra);

    var told = StandardOutput.of(tick::run);

    assertThat(world.campaign().state()).isEqualTo("paused");
    assertThat(world.campaign().pausedReason()).contains("accounting");
    assertThat(told).contains("\"CampaignDoesNotAddUp\":1");
  }

  @Test
  void eachMinuteOfACampaignCountsWhoWaitsAndWithHowManyItShares() {
    world.campaign(3);
    world.planAll();
    tick.run();
    assertThat(world.minutes).as("nothing to compare with").isEmpty();
    world.hear(Word.Kind.DELIVERY, world.people.getFirst());
    ports.counts().addDone("c1", 1);
    world.pass(Duration.ofMinutes(1));

    tick.run();

    assertThat(world.minutes)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.sharing()).isEqualTo(1);
              assertThat(it.perSecond()).isEqualTo(1 / 60.0);
              assertThat(it.seen().pending()).isEqualTo(2);
              assertThat(it.seen().all()).isTrue();
            });
  }

  @Test
  void rowsThatNobodyWorksOnForTenMinutesAreHintedAtAgain() {
    world.campaign(30);
    world.planAll();
    world.now = TickWorld.START.plus(Duration.ofMinutes(10));
    tick.run();
    assertThat(world.outgoing.sends()).isEmpty();
    world.pass(Duration.ofMillis(1));
    world.outgoing.idle(false);
    tick.run();
    assertThat(world.outgoing.sends()).as("while messages are under way").isEmpty();
    world.outgoing.idle(true);

    tick.run();

    assertThat(recipients()).hasSize(30).doesNotHaveDuplicates();
    world.outgoing.lose();
    tick.run();
    assertThat(world.outgoing.sends()).as("from then on one by one").hasSize(30);
  }

  private List<String> recipients() {
    return world.outgoing.sends().stream()
        .map(BatchToSend::subscribers)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sending", "paused", "cancelled"})
  void claimIsParkedAfterAQuarterOfAnHourWhateverTheCampaignsState(String state)
      throws IOException {
    world.campaign(1);
    world.planAll();
    world.claim(world.people.getFirst(), "mine");
    if (!state.equals("sending")) {
      world.move(state, "editor");
    }
    world.now = TickWorld.START.plus(Duration.ofMinutes(15));
    tick.run();
    assertThat(ports.deliveries().counts("c1")).doesNotContainKey(PARKED);
    world.pass(Duration.ofMillis(1));

    assertThat(StandardOutput.of(tick::run)).contains("\"DeliveriesParked\":1");

    assertThat(ports.deliveries().counts("c1")).isEqualTo(Map.of(PARKED, 1L));
    assertThat(ports.campaigns().open()).as("a decision is open").hasSize(1);
    assertThat(StandardOutput.of(tick::run)).doesNotContain("DeliveriesParked");
  }

  @Test
  void cancelledCampaignClosesItsRowsAndIsLookedAtNoMoreOnceNoPlannerIsLate() {
    world.campaign(2);
    world.planAll();
    world.move("cancelled", "");
    tick.run();
    assertThat(ports.deliveries().counts("c1")).isEqualTo(Map.of(SKIPPED, 2L));
    world.now = TickWorld.START.plus(Duration.ofMinutes(15));
    tick.run();
    assertThat(ports.campaigns().open()).hasSize(1);

    world.pass(Duration.ofMillis(1));
    tick.run();

    assertThat(ports.campaigns().open()).isEmpty();
  }

  @Test
  void pausedCampaignIsNotHintedAt() {
    world.campaign(2);
    world.planAll();
    world.move("paused", "editor");
    world.now = TickWorld.START.plus(Duration.ofHours(1));

    tick.run();

    assertThat(world.outgoing.sends()).isEmpty();
    assertThat(world.campaign().state()).isEqualTo("paused");
  }

  @Test
  void dailyQuotaThatHasRoomAgainResumes() {
    world.campaign(2);
    world.planAll();
    world.sentToday = 100;
    world.move("paused", "daily-quota");
    tick.run();
    assertThat(world.campaign().state()).isEqualTo("paused");
    world.sentToday = 99;
    world.now = TickWorld.START.plus(Duration.ofMinutes(1));

    tick.run();

    assertThat(world.campaign().state()).isEqualTo("sending");
    assertThat(world.outgoing.plans()).hasSize(16).allMatch(it -> it.mode() == Mode.REQUEUE);
  }

  @Test
  void moreRowsThanARunGoesThroughAreGoneThroughByTheNext() {
    world.campaign(OpenRows.PAGES * 100 + 1600);
    world.planAll();
    world.move("cancelled", "");

    tick.run();
    assertThat(ports.deliveries().counts("c1")).containsKey(PENDING);
    assertThat(ports.campaigns().open().getFirst().cursor()).isPresent();
    tick.run();

    assertThat(ports.deliveries().counts("c1"))
        .isEqualTo(Map.of(SKIPPED, world.people.size() + 0L));
    assertThat(ports.campaigns().open().getFirst().cursor()).isEmpty();
  }

  @Test
  void failedAndParkedRowsAreAnEndToo() {
    world.campaign(2);
    world.planAll();
    world.claim(world.people.get(0), "mine");
    ports.openDeliveries().park(world.people.get(0), "mine");
    ports.deliveries().giveUp(world.people.get(1), "render");

    tick.run();

    assertThat(world.campaign().state()).isEqualTo("sent");
    assertThat(ports.deliveries().counts("c1")).isEqualTo(Map.of(PARKED, 1L, FAILED, 1L));
  }
}
