package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every archive does. */
abstract class ArchiveContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Map<String, String> TEXTS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Content CONTENT = new Content(Map.of("en", TEXTS, "fr", TEXTS, "uk", TEXTS));

  private final String id = UUID.randomUUID().toString();
  private final String topic = "t-" + UUID.randomUUID();

  abstract Campaigns campaigns();

  abstract Archive archive();

  @Test
  void newsletterIsThereFromItsStartAsItWasFrozen() {
    var draft = draft(id, topic);
    assertThat(archive().find(id, Language.UK)).isEmpty();
    assertThat(ids()).isEmpty();

    campaigns().start(draft, TestLetters.SHORT, "eve", NOW);

    var sent = archive().find(id, Language.UK).orElseThrow();
    assertThat(sent.letter()).isEqualTo(TestLetters.SHORT.in(Language.UK));
    assertThat(sent.campaign().keptOutSince()).isEmpty();
    var line = lines().getFirst();
    assertThat(line.id()).isEqualTo(id);
    assertThat(line.topic()).isEqualTo(topic);
    assertThat(line.sentAt()).isEqualTo(NOW);
    assertThat(line.words().get(Language.FR)).isEqualTo(new Archived.Words("S fr", "T fr", "P fr"));
  }

  @Test
  void whatIsKeptOutBeforeItsStartIsNotListedAndNotLost() {
    var draft = draft(id, topic);
    assertThat(archive().list(draft, /* listed= */ false, "eve", NOW)).isTrue();
    assertThat(archive().list(draft, /* listed= */ false, "eve", NOW))
        .as("of a version before")
        .isFalse();

    campaigns().start(campaigns().find(id).orElseThrow(), TestLetters.SHORT, "eve", NOW);

    assertThat(ids()).isEmpty();
    assertThat(archive().find(id, Language.UK).orElseThrow().campaign().keptOutSince())
        .contains(NOW);
  }

  @Test
  void whatIsTakenBackCanBeListedAgain() {
    campaigns().start(draft(id, topic), TestLetters.SHORT, "eve", NOW);

    assertThat(list(false, NOW.plusSeconds(1))).isTrue();
    assertThat(list(false, NOW.plusSeconds(2))).as("twice is once").isTrue();
    assertThat(ids()).isEmpty();
    assertThat(campaigns().find(id).orElseThrow().keptOutSince()).contains(NOW.plusSeconds(1));

    assertThat(list(true, NOW.plusSeconds(3))).isTrue();
    assertThat(ids()).containsExactly(id);
    assertThat(lines().getFirst().words().get(Language.EN).subject()).isEqualTo("S en");
    assertThat(campaigns().find(id).orElseThrow().keptOutSince()).isEmpty();
  }

  @Test
  void whatIsCancelledWasNotSent() {
    campaigns().start(draft(id, topic), TestLetters.SHORT, "eve", NOW);

    campaigns().cancel(campaigns().find(id).orElseThrow(), "eve", NOW.plusSeconds(1));

    assertThat(ids()).isEmpty();
    var campaign = campaigns().find(id).orElseThrow();
    assertThat(campaign.state()).isEqualTo("cancelled");
    assertThat(campaign.keptOutSince()).contains(NOW.plusSeconds(1));
  }

  @Test
  void pagesHaveEveryLineOnceNewestFirst() {
    for (int sent = 0; sent < 5; sent++) {
      var draft = draft(id + sent, sent == 1 ? topic + "x" : topic);
      campaigns().start(draft, TestLetters.SHORT, "eve", NOW.plusSeconds(sent));
    }

    var found = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    do {
      var page = archive().page(Optional.of(topic), after, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(it -> found.add(it.id()));
      after = page.lastKey();
    } while (after.isPresent());

    assertThat(found).containsExactly(id + 4, id + 3, id + 2, id + 0);
    assertThat(archive().page(Optional.empty(), Optional.empty(), 100).items())
        .extracting(Archived::id)
        .contains(id + 1);
  }

  private boolean list(boolean listed, Instant now) {
    return archive().list(campaigns().find(id).orElseThrow(), listed, "eve", now);
  }

  private List<Archived> lines() {
    return archive().page(Optional.of(topic), Optional.empty(), 100).items();
  }

  private List<String> ids() {
    return lines().stream().map(Archived::id).toList();
  }

  private Campaign draft(String draftId, String draftTopic) {
    var draft = Campaign.draft(draftId, "Week 7", draftTopic, NOW);
    campaigns().create(draft, CONTENT, "hash", "eve");
    return draft;
  }
}
