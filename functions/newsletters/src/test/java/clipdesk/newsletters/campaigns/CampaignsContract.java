package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.Planning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of campaigns does. */
abstract class CampaignsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Map<String, String> TEXTS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Content CONTENT = new Content(Map.of("en", TEXTS, "fr", TEXTS, "uk", TEXTS));
  private static final Letters LETTERS = TestLetters.SHORT;

  private final String id = UUID.randomUUID().toString();

  abstract Campaigns campaigns();

  abstract Planning planning();

  abstract CampaignHistory history();

  @Test
  void campaignComesBackAsItWasMadeAndIsMadeOnce() {
    var made = draft(id);
    assertThat(campaigns().create(made, CONTENT, "hash", "eve")).isTrue();

    assertThat(campaigns().create(made, CONTENT, "another", "eve")).isFalse();

    assertThat(campaigns().find(id)).contains(made);
    assertThat(campaigns().content(id)).contains(CONTENT);
    assertThat(campaigns().bodyHash(id)).contains("hash");
    assertThat(campaigns().find("nothing")).isEmpty();
    assertThat(campaigns().content("nothing")).isEmpty();
    assertThat(campaigns().letters(id)).as("nothing is frozen").isEmpty();
  }

  @Test
  void listHasEveryCampaignOnceNewestFirstWhateverItsPages() {
    for (int made = 0; made < 5; made++) {
      var draft = Campaign.draft(id + made, "Week", "briefings", NOW.plusSeconds(made));
      campaigns().create(draft, CONTENT, "hash", "eve");
    }

    var listed = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    do {
      var page = campaigns().page(after, 2);
      assertThat(page.campaigns()).hasSizeLessThanOrEqualTo(2);
      page.campaigns().forEach(it -> listed.add(it.id()));
      after = page.lastKey();
    } while (after.isPresent());

    assertThat(listed.stream().filter(it -> it.startsWith(id)))
        .containsExactly(id + 4, id + 3, id + 2, id + 1, id + 0);
  }

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

  private boolean move(Campaign from, String to) {
    return campaigns().move(from, to, "", NOW);
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
  void testCountsForTheRevisionThatStands() {
    campaigns().create(draft(id), CONTENT, "hash", "eve");
    campaigns().tested(id, 2);
    assertThat(campaigns().find(id).orElseThrow().testedRevision()).isZero();

    campaigns().tested(id, 1);

    assertThat(campaigns().find(id).orElseThrow().testedRevision()).isEqualTo(1);
    assertThat(LETTERS.in(Language.UK).subject()).isEqualTo("S uk");
  }

  @Test
  void draftIsWrittenAnewAsItWasReadAndNobodyHasTriedItThen() {
    var draft = draft(id);
    var texts = Map.of("subject", "T", "bodyMarkdown", "B");
    var content = new Content(Map.of("en", texts, "fr", TEXTS, "uk", TEXTS));
    campaigns().create(draft, CONTENT, "hash", "eve");
    campaigns().tested(id, 1);

    assertThat(edit(draft, content)).isTrue();
    assertThat(edit(draft, CONTENT)).as("of a version before").isFalse();

    var edited = campaigns().find(id).orElseThrow();
    assertThat(edited.name()).isEqualTo("Week 8");
    assertThat(edited.topic()).isEqualTo("press");
    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.revision()).isEqualTo(2);
    assertThat(edited.tested()).isFalse();
    assertThat(edited.movedAt()).isEqualTo(draft.movedAt());
    assertThat(campaigns().content(id)).contains(content);
    campaigns().start(edited, LETTERS, "eve", NOW);
    assertThat(edit(campaigns().find(id).orElseThrow(), CONTENT)).as("no draft").isFalse();
  }

  private boolean edit(Campaign from, Content content) {
    var parts = List.of("/name", "/topic", "/content/en");
    return campaigns().edit(from, from.edited("Week 8", "press"), content, parts, "bob", NOW);
  }

  @Test
  void draftThatIsThrownAwayIsGoneAndNothingElseIs() {
    var draft = draft(id);
    campaigns().create(draft, CONTENT, "hash", "eve");
    campaigns().create(draft(id + "x"), CONTENT, "hash", "eve");
    edit(draft, CONTENT);
    assertThat(campaigns().delete(draft, "eve", NOW)).as("of a version before").isFalse();
    var edited = campaigns().find(id).orElseThrow();

    assertThat(campaigns().delete(edited, "eve", NOW)).isTrue();
    assertThat(campaigns().delete(edited, "eve", NOW)).as("gone").isFalse();

    assertThat(campaigns().find(id)).isEmpty();
    assertThat(campaigns().content(id)).isEmpty();
    assertThat(campaigns().page(Optional.empty(), 100).campaigns())
        .extracting(Campaign::id)
        .contains(id + "x")
        .doesNotContain(id);
    var other = campaigns().find(id + "x").orElseThrow();
    campaigns().start(other, LETTERS, "eve", NOW);
    other = campaigns().find(id + "x").orElseThrow();
    assertThat(campaigns().delete(other, "eve", NOW)).as("no draft").isFalse();
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

  private static Campaign draft(String id) {
    return Campaign.draft(id, "Week 7", "briefings", NOW);
  }
}
