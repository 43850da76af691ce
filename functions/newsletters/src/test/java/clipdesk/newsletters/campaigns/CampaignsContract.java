package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.deliveries.Planning;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of campaigns does with those that are scheduled, started and stopped. */
abstract class CampaignsContract extends DraftsContract {
  @Test
  void moveHoldsForTheStateAndVersionThatWereRead() {
    var draft = draft(id);
    assertThat(move(draft, "cancelled")).as("nothing there").isFalse();
    campaigns().create(draft, CONTENT, "hash", "eve");

    assertThat(move(draft, "paused")).isTrue();
    assertThat(move(draft, "cancelled")).isFalse();

    var moved = campaigns().find(id).orElseThrow();
    assertThat(moved.state()).isEqualTo("paused");
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.startedAt()).as("no start").isEmpty();
  }

  @Test
  void scheduledCampaignIsOpenAndNotStartedUntilItsScheduleIsTakenBack() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    var sendAt = NOW.plus(Duration.ofDays(3));

    assertThat(campaigns().schedule(draft(id), sendAt, "bob", NOW.plusSeconds(9))).isTrue();
    assertThat(campaigns().schedule(draft(id), sendAt, "bob", NOW)).as("read before").isFalse();

    var scheduled = campaigns().find(id).orElseThrow();
    assertThat(scheduled.state()).isEqualTo("scheduled");
    assertThat(scheduled.version()).isEqualTo(2);
    assertThat(scheduled.sendAt()).contains(sendAt);
    assertThat(scheduled.startedBy()).contains("bob");
    assertThat(scheduled.startedAt()).isEmpty();
    assertThat(openIds()).contains(id);
    assertThat(campaigns().letters(id)).isEmpty();
    assertThat(planning().segments(id)).isEmpty();

    assertThat(campaigns().unschedule(scheduled, "eve", NOW)).isTrue();
    assertThat(campaigns().unschedule(scheduled, "eve", NOW)).as("read before").isFalse();
    var draft = campaigns().find(id).orElseThrow();
    assertThat(draft.state()).isEqualTo("draft");
    assertThat(draft.sendAt()).isEmpty();
    assertThat(draft.startedBy()).isEmpty();
    assertThat(openIds()).doesNotContain(id);
    assertThat(campaigns().delete(draft, "eve", NOW)).isTrue();
    assertThat(history().newest(id, 3))
        .extracting(it -> it.act() + " " + it.by())
        .containsExactly("DELETED eve", "UNSCHEDULED eve", "SCHEDULED bob");
  }

  @Test
  void startBySystemIsForWhoeverScheduledIt() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    campaigns().schedule(draft(id), NOW.plusSeconds(60), "bob", NOW);
    var scheduled = campaigns().find(id).orElseThrow();

    assertThat(campaigns().start(scheduled, LETTERS, Change.SYSTEM, NOW.plusSeconds(61))).isTrue();

    var started = campaigns().find(id).orElseThrow();
    assertThat(started.startedBy()).contains("bob");
    assertThat(started.startedAt()).contains(NOW.plusSeconds(61));
    assertThat(started.sendAt()).contains(NOW.plusSeconds(60));
    assertThat(planning().segments(id)).hasSize(16);
    assertThat(history().newest(id, 1))
        .extracting(it -> it.act() + " " + it.by())
        .containsExactly("STARTED system");
  }

  @Test
  void lateOneIsPausedAsItWasAndThenStartedOrCancelled() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    campaigns().schedule(draft(id), NOW.plusSeconds(60), "bob", NOW);
    campaigns().move(campaigns().find(id).orElseThrow(), "paused", "late", NOW);
    var late = campaigns().find(id).orElseThrow();
    assertThat(late.pausedReason()).contains("late");
    assertThat(late.startedAt()).isEmpty();
    assertThat(openIds()).as("its starter is to be told").contains(id);

    assertThat(campaigns().start(late, LETTERS, "eve", NOW.plusSeconds(9))).isTrue();

    assertThat(campaigns().find(id).orElseThrow().startedBy()).contains("eve");
    assertThat(history().newest(id, 2))
        .extracting(it -> it.act() + " " + it.reason().orElse("-"))
        .containsExactly("STARTED -", "PAUSED late");
  }

  @Test
  void pauseHasAReasonForAsLongAsItLasts() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    campaigns().start(draft(id), LETTERS, "eve", NOW);
    campaigns().move(campaigns().find(id).orElseThrow(), "paused", "sender-config", NOW);
    assertThat(campaigns().find(id).orElseThrow().pausedReason()).contains("sender-config");

    move(campaigns().find(id).orElseThrow(), "sending");

    assertThat(campaigns().find(id).orElseThrow().pausedReason()).isEmpty();
  }

  @Test
  void startFreezesWhatIsMailedAndOpensEveryBucketOrDoesNothing() {
    assertThat(campaigns().start(draft(id), LETTERS, "eve", NOW)).isFalse();
    assertThat(planning().segments(id)).isEmpty();
    campaigns().create(draft(id), CONTENT, "hash", "eve");

    assertThat(campaigns().start(draft(id), LETTERS, "eve", NOW)).isTrue();
    assertThat(campaigns().start(draft(id), LETTERS, "eve", NOW.plusSeconds(1))).isFalse();

    assertThat(planning().segments(id)).hasSize(16).noneMatch(Planning.Segment::planned);
    assertThat(campaigns().letters(id)).contains(LETTERS);
    assertThat(campaigns().find(id).orElseThrow().startedAt()).contains(NOW);
    assertThat(openIds()).contains(id);
  }

  private List<String> openIds() {
    return campaigns().open().stream().map(it -> it.campaign().id()).toList();
  }

  @Test
  void startedCampaignIsOpenUntilItIsClosed() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    assertThat(openIds()).doesNotContain(id);
    campaigns().looked(id, Optional.of("3x"));
    assertThat(openIds()).as("no look opens it").doesNotContain(id);
    campaigns().start(draft(id), LETTERS, "eve", NOW);

    campaigns().looked(id, Optional.of("3x"));
    assertThat(cursor()).contains("3x");
    campaigns().looked(id, Optional.empty());
    assertThat(cursor()).isEmpty();

    campaigns().closed(id);
    campaigns().closed(id);
    assertThat(openIds()).doesNotContain(id);
  }

  private Optional<String> cursor() {
    return campaigns().open().stream()
        .filter(it -> it.campaign().id().equals(id))
        .findFirst()
        .orElseThrow()
        .cursor();
  }

  @Test
  void oneOfTenStartsHolds() throws Exception {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    try (var pool = Executors.newFixedThreadPool(10)) {
      var held =
          pool
              .invokeAll(
                  Collections.nCopies(10, () -> campaigns().start(draft(id), LETTERS, "eve", NOW)))
              .stream()
              .map(Future::resultNow)
              .filter(Boolean.TRUE::equals)
              .toList();
      assertThat(held).hasSize(1);
    }
  }

  @Test
  void historySaysWhoDidWhatAndNotWhatWasRefused() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    edit(draft(id), CONTENT);
    edit(draft(id), CONTENT);
    campaigns().start(campaigns().find(id).orElseThrow(), LETTERS, "bob", NOW);
    move(campaigns().find(id).orElseThrow(), "paused");
    campaigns().move(campaigns().find(id).orElseThrow(), "sending", "", "bob", NOW);
    campaigns().move(campaigns().find(id).orElseThrow(), "paused", "reputation", NOW);
    campaigns().cancel(campaigns().find(id).orElseThrow(), "eve", NOW);
    move(draft(id), "sent");

    var all = history().newest(id, 100);
    assertThat(all)
        .extracting(it -> it.act() + " " + it.by() + " " + it.reason().orElse("-"))
        .containsExactly(
            "CANCELLED eve -",
            "PAUSED system reputation",
            "RESUMED bob -",
            "PAUSED system -",
            "STARTED bob -",
            "EDITED bob -",
            "CREATED eve -");
    assertThat(all.get(5))
        .isEqualTo(
            new Change(
                Change.Act.EDITED,
                "bob",
                NOW,
                Optional.empty(),
                List.of("/name", "/topic", "/content/en"),
                2,
                2));
    assertThat(campaigns().find(id).orElseThrow().startedBy()).contains("bob");
    assertThat(history().newest(id, 3)).isEqualTo(all.subList(0, 3));
    assertThat(history().newest("nothing", 3)).isEmpty();
  }
}
