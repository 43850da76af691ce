package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of campaigns does with those that nobody has started. */
abstract class DraftsContract extends CampaignsStore {
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
  void audienceOfADraftComesBackAndIsChangedWithIt() {
    var whom = new PassedOver("c0", DeliveryState.SKIPPED, Optional.of("suppressed"));
    var made = draft(id).onlyFor(Optional.of(whom), NOW);
    campaigns().create(made, CONTENT, "hash", "eve");
    assertThat(campaigns().find(id)).contains(made);
    assertThat(made.listed()).isFalse();

    var wider = new PassedOver("c0", DeliveryState.FAILED, Optional.empty());
    var edited = made.edited("Week 8", "press").onlyFor(Optional.of(wider), NOW.plusSeconds(1));
    assertThat(edited(made, edited)).isTrue();
    assertThat(campaigns().find(id)).contains(edited);

    var everybody = edited.edited("Week 8", "press").onlyFor(Optional.empty(), NOW);
    assertThat(edited(edited, everybody)).isTrue();
    assertThat(campaigns().find(id)).contains(everybody);
    assertThat(everybody.listed()).as("an editor says so").isFalse();
  }

  private boolean edited(Campaign from, Campaign to) {
    return campaigns().edit(from, to, CONTENT, List.of("/audience"), "eve", NOW);
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
}
