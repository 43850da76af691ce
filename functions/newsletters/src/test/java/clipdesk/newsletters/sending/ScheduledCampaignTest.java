package clipdesk.newsletters.sending;

import static clipdesk.newsletters.sending.TickWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign that its editor lets start by itself. */
final class ScheduledCampaignTest {
  private static final Instant SEND_AT = START.plus(Duration.ofHours(16));

  private final TickWorld world = new TickWorld();

  @BeforeEach
  void eveSchedulesACampaign() {
    world.audience(3);
    world.ports.campaigns().draft("c1", TickWorld.TOPIC, TickWorld.TEXTS, START);
    world.move().schedule(world.campaign(), SEND_AT, "eve");
  }

  private void tickAt(Instant now) {
    world.now = now;
    world.tick().run();
  }

  @Test
  void startsAtItsTimeAndNotBefore() {
    tickAt(SEND_AT.minusMillis(1));
    assertThat(world.campaign().state()).isEqualTo("scheduled");
    assertThat(world.outgoing.plans()).isEmpty();

    tickAt(SEND_AT.plusSeconds(5));

    assertThat(world.campaign().state()).isEqualTo("sending");
    assertThat(world.campaign().startedBy()).contains("eve");
    assertThat(world.ports.campaigns().letters("c1")).isPresent();
    assertThat(world.outgoing.plans()).hasSize(16);
    tickAt(SEND_AT.plusSeconds(65));
    assertThat(world.campaign().startedAt()).as("once").contains(SEND_AT);
  }

  /** A function's clock that is ahead must not mail before the hour that was promised. */
  @Test
  void clockThatIsSecondsAheadStartsNothingEarlyAndCutsNobodyOff() {
    var ahead = Duration.ofSeconds(2);
    tickAt(SEND_AT.minusMillis(1).plus(ahead));
    assertThat(world.campaign().state()).isEqualTo("scheduled");

    tickAt(SEND_AT.plusSeconds(30));

    assertThat(world.campaign().startedAt().orElseThrow())
        .as("its audience is known everywhere")
        .isBefore(world.now.minus(ahead));
  }

  @Test
  void whoLeavesBeforeItsTimeIsNotWrittenTo() {
    Subscribers subscribers = world.ports.subscribers();
    var gone = world.people.getFirst().subscriberId();
    world.ports.subscribers().unsubscribe(gone, TickWorld.TOPIC, "one-click", START);

    tickAt(SEND_AT.plusSeconds(5));
    world.planAll();

    assertThat(subscribers.find(gone)).isPresent();
    assertThat(world.ports.deliveries().rows("c1"))
        .extracting(it -> it.id().subscriberId())
        .hasSize(2)
        .doesNotContain(gone);
  }

  @Test
  void sixHoursLateItWaitsForAPersonWhoIsTold() {
    tickAt(SEND_AT.plus(Duration.ofHours(6)).plusSeconds(6));

    assertThat(world.campaign().state()).isEqualTo("paused");
    assertThat(world.campaign().pausedReason()).contains("late");
    assertThat(world.outgoing.plans()).isEmpty();
    tickAt(world.now.plusSeconds(60));
    assertThat(world.outgoing.mails())
        .singleElement()
        .extracting(it -> ((NoticeToMail) it).reason())
        .isEqualTo("late");

    world.move().move(world.campaign(), "sending", "bob");
    assertThat(world.campaign().startedAt()).as("decided to go").contains(world.now);
    assertThat(world.outgoing.plans()).hasSize(16);
  }

  @Test
  void startsToTheLastMomentOfSixHours() {
    tickAt(SEND_AT.plus(Duration.ofHours(6)));

    assertThat(world.campaign().state()).isEqualTo("sending");
  }

  @Test
  void topicThatIsRetiredMeanwhileSendsNothingByItself() {
    world.topics.retire(TickWorld.TOPIC);

    tickAt(SEND_AT.plusSeconds(5));

    assertThat(world.campaign().pausedReason()).contains("topic-retired");
  }

  @Test
  void scheduleThatIsTakenBackStartsNothingAndIsLookedAtNoMore() {
    world.move().move(world.campaign(), "draft", "eve");

    tickAt(SEND_AT.plusSeconds(5));

    assertThat(world.campaign().state()).isEqualTo("draft");
    assertThat(world.ports.campaigns().open()).isEmpty();
  }

  @Test
  void cancelledBeforeItsTimeItTellsNoPlannerAndIsForgotten() {
    world.move().move(world.campaign(), "cancelled", "eve");
    assertThat(world.outgoing.plans()).isEmpty();

    tickAt(SEND_AT.plusSeconds(5));

    assertThat(world.campaign().state()).isEqualTo("cancelled");
    assertThat(world.ports.campaigns().open()).isEmpty();
  }
}
