package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new campaign for those whom another one left out. */
final class PassedOverFunctionTest extends PassedOverCalls {
  @Test
  void draftForThoseWhoWereLeftOutIsSeenCountedAndListedNowhere() {
    var id = created();

    assertThat(read(id, "")).containsEntry("audience", SUPPRESSED).containsEntry("listed", false);
    assertThat(read(id, "/audience"))
        .as("who is subscribed now")
        .containsEntry("total", 1)
        .containsEntry("byLanguage", Map.of("fr", 1, "en", 0, "uk", 0));
    assertThat(read(id, "/report")).containsEntry("audience", SUPPRESSED);
    assertThat(Json.text(read("", "").get("items"))).contains("\"audience\"");
  }

  @Test
  void startIsForAsManyAsWereLeftOutAndNotForAllOfTheTopic() {
    var id = created();
    campaigns.tested(id, 1);

    var refused = start(id, 4);
    assertThat(problem(refused)).isEqualTo("422 validation");
    assertThat(refused.getBody()).contains("audience-changed", "There are 1 now");

    assertThat(start(id, 1).getStatusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "campaignId, 11111111111111111111111111, /audience/campaignId, unknown-campaign",
    "campaignId, ../META, /audience/campaignId, unknown-campaign",
    "state, sent, /audience/state, unknown-state",
    "state, gone, /audience/state, unknown-state",
    "state, , /audience/state, missing",
    "reason, stuck, /audience/reason, unknown-reason",
    "reason, render, /audience/reason, unknown-reason",
    "until, now, /audience/until, unknown-field"
  })
  void audienceThatIsNoneIsRefusedWithWhatIsWrong(
      String member, String value, String pointer, String code) {
    var audience = new HashMap<String, String>(SUPPRESSED);
    audience.put(member, value);

    var answer = create(TOPIC, audience);

    assertThat(problem(answer)).isEqualTo("422 validation");
    assertThat(answer.getBody()).contains(pointer, code);
    assertThat(campaigns.page(Optional.empty(), 9).campaigns()).hasSize(1);
  }

  @Test
  void reasonOfTheOtherStateIsOneOfItsOwn() {
    var answer = create(TOPIC, Map.of("campaignId", OLD, "state", "failed", "reason", "render"));

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(201);
    assertThat(read(id(answer), "/audience")).containsEntry("total", 1);
  }

  @Test
  void withoutAReasonItIsForAllOfThatState() {
    skipped("eli", Language.EN);
    planned();

    var answer = create(TOPIC, Map.of("campaignId", OLD, "state", "skipped"));

    assertThat(read(id(answer), "/audience")).containsEntry("total", 2);
  }

  @Test
  void campaignThatIsNotAtItsEndOrOfAnotherTopicIsNotNamed() {
    assertThat(create("briefings", SUPPRESSED).getBody())
        .contains("/audience/campaignId", "other-topic");
    var running = "1".repeat(26);
    campaigns.started(running, TOPIC, TEXTS, clock.instant());
    var named = Map.of("campaignId", running, "state", "skipped");
    assertThat(create(TOPIC, named).getBody()).contains("/audience/campaignId", "unfinished");

    var last = new DeliveryId(running, subscribed("last", Language.FR));
    deliveries.plan(last, clock.instant());
    for (var segment : planning.segments(running)) {
      long rows = deliveries.rows(running, segment.bucket()).size();
      planning.moveOn(running, segment, segment.planned(rows));
    }
    campaigns.cancel(campaigns.find(running).orElseThrow(), "eve", clock.instant());
    assertThat(create(TOPIC, named).getBody())
        .as("its rows are not closed yet")
        .contains("/audience/campaignId", "unfinished");
    deliveries.skip(last, "cancelled");
    counts.count(deliveries.read(running, List.of(last.subscriberId())));
    assertThat(create(TOPIC, named).getStatusCode()).isEqualTo(201);
  }

  @Test
  void copyIsForThoseNamedAndElseForThoseOfItsOriginal() {
    var first = duplicate(OLD, "key-of-the-first", Map.of("audience", SUPPRESSED));
    assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(201);
    assertThat(Json.object(first.getBody()))
        .containsEntry("audience", SUPPRESSED)
        .containsEntry("listed", false);

    var second = duplicate(id(first), "key-of-the-second", Map.of());
    assertThat(Json.object(second.getBody())).containsEntry("audience", SUPPRESSED);

    assertThat(Json.object(duplicate(OLD, "key-of-the-third", Map.of()).getBody()))
        .doesNotContainKey("audience")
        .containsEntry("listed", true);
    assertThat(problem(duplicate(OLD, "key-of-the-first", Map.of())))
        .isEqualTo("422 idempotency-key-reused");
    assertThat(
            duplicate(
                    OLD,
                    "key-of-the-fourth",
                    Map.of("audience", Map.of("campaignId", OLD, "state", "sent")))
                .getBody())
        .contains("/audience/state");
  }

  @Test
  void draftIsGivenOthersAndAllOfItsTopicAgain() {
    var id = created();
    campaigns.tested(id, 1);

    assertThat(edit(id, "{\"audience\":{\"reason\":null}}", "\"v1\"").getStatusCode())
        .isEqualTo(200);
    assertThat(read(id, ""))
        .containsEntry("audience", Map.of("campaignId", OLD, "state", "skipped"));
    assertThat(campaigns.find(id).orElseThrow().testedRevision())
        .as("a new revision")
        .isLessThan(2);
    assertThat(edit(id, "{\"topic\":\"briefings\"}", "\"v2\"").getBody()).contains("other-topic");
    assertThat(edit(id, "{\"audience\":{\"state\":\"sent\"}}", "\"v2\"").getBody())
        .contains("/audience/state");

    assertThat(edit(id, "{\"audience\":null}", "\"v2\"").getStatusCode()).isEqualTo(200);
    assertThat(read(id, "")).doesNotContainKey("audience");
    assertThat(read(id, "/audience")).as("all of the topic").containsEntry("total", 3);
    assertThat(Json.text(read(id, "").get("history"))).contains("\"/audience\"");
  }

  @Test
  void draftThatGetsAnAudienceIsKeptOutOfTheArchive() {
    campaigns.draft("2".repeat(26), TOPIC, TEXTS, clock.instant());

    edit("2".repeat(26), "{\"audience\":%s}".formatted(Json.text(SUPPRESSED)), "\"v1\"");

    assertThat(read("2".repeat(26), "")).containsEntry("listed", false);
  }
}
