package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.CampaignCounts.Pulse;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Tally;
import clipdesk.newsletters.deliveries.Word;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editors read of a campaign while it is being sent. */
final class ReportFunctionTest extends NewsletterCalls {
  private static final String ID = "0".repeat(26);
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");

  private final InMemoryDeliveries deliveries = context.getBean(InMemoryDeliveries.class);
  private final InMemoryCampaignCounts counts = context.getBean(InMemoryCampaignCounts.class);
  private final InMemoryPlanning planning = context.getBean(InMemoryPlanning.class);

  @BeforeEach
  void campaignThatIsBeingSent() {
    campaigns.started(ID, TOPIC, Map.of("fr", WORDS, "en", WORDS, "uk", WORDS), clock.instant());
  }

  private DeliveryId planned(String name) {
    var email = new EmailAddress(name + "@press.example");
    var id = new DeliveryId(ID, subscribers.ofAddress(email, Language.EN, clock.instant()).id());
    deliveries.plan(id, clock.instant());
    return id;
  }

  private void told(String name, Word.Kind... kinds) {
    var id = planned(name);
    for (var kind : kinds) {
      new TakeWord(deliveries, counts).take(id, new Word(kind, "", "m-" + name, clock.instant()));
    }
    counted(id);
  }

  private void counted(DeliveryId id) {
    counts.count(deliveries.read(ID, List.of(id.subscriberId())));
  }

  private Map<String, Object> report() {
    return Json.object(call(editor("GET", "/v1/editor/campaigns/" + ID + "/report")).getBody());
  }

  @Test
  void feedbackIsCountedByItsKindAndWhoWasLeftOutByTheReason() {
    told("ada", Word.Kind.DELIVERY);
    told("bob", Word.Kind.DELIVERY, Word.Kind.COMPLAINT);
    told("cyd", Word.Kind.PERMANENT_BOUNCE);
    told("dan", Word.Kind.TRANSIENT_BOUNCE);
    var left = planned("eve");
    deliveries.skip(left, "unsubscribed");
    counted(left);

    var report = report();

    assertThat(report.get("feedback"))
        .isEqualTo(
            Map.of("delivered", 2, "bouncedPermanent", 1, "bouncedTransient", 1, "complained", 1));
    assertThat(report.get("exact"))
        .isEqualTo(Map.of("sent", 4, "failed", Map.of(), "skipped", Map.of("unsubscribed", 1)));
    assertThat(report).doesNotContainKeys("rate", "estimatedEnd");
  }

  @Test
  void rateAndEndAreThoseOfTheLastLook() {
    var first = planning.segments(ID).getFirst();
    planning.moveOn(ID, first, first.planned(1000));
    told("ada", Word.Kind.DELIVERY);
    var looked = clock.instant();
    counts.beat(ID, new Pulse(looked, 1, 9, 90, 14, Set.of(), Tally.none()));
    clock.pass(Duration.ofSeconds(30));

    var report = report();

    assertThat(report.get("rate")).isEqualTo(Map.of("maxSendRate", 14.0, "achieved", 1.5));
    assertThat(report.get("open")).isEqualTo(Map.of("pending", 990, "claimed", 9, "parked", 0));
    assertThat(report)
        .containsEntry("asOf", Json.instant(looked))
        .containsEntry("estimatedEnd", Json.instant(looked.plusSeconds(999 * 60 / 90)));
  }

  @Test
  void endOfACampaignThatStandsStillIsNotGuessed() {
    var first = planning.segments(ID).getFirst();
    planning.moveOn(ID, first, first.planned(1000));
    counts.beat(ID, new Pulse(clock.instant(), 0, 0, 0, 14, Set.of(), Tally.none()));

    assertThat(report()).containsKey("rate").doesNotContainKey("estimatedEnd");
  }
}
