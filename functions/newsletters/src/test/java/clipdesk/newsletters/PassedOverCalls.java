package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.Consent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A campaign that is over and left some out, and what an editor does about it. */
abstract class PassedOverCalls extends NewsletterCalls {
  static final String OLD = "0".repeat(26);
  private static final String KEY = "0123456789abcdef";
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);
  static final Map<String, String> SUPPRESSED =
      Map.of("campaignId", OLD, "state", "skipped", "reason", "suppressed");

  final InMemoryDeliveries deliveries = context.getBean(InMemoryDeliveries.class);
  final InMemoryPlanning planning = context.getBean(InMemoryPlanning.class);
  final InMemoryCampaignCounts counts = context.getBean(InMemoryCampaignCounts.class);

  /** Two were suppressed, one of whom left since, and one failed; everybody else has it. */
  @BeforeEach
  void campaignThatLeftSomeOut() {
    campaigns.started(OLD, TOPIC, TEXTS, clock.instant());
    skipped("ada", Language.FR);
    var bob = skipped("bob", Language.UK);
    failed("cleo");
    subscribed("dan", Language.FR);
    subscribers.apply(bob, Consent.withdrawn("one-click", List.of(TOPIC), clock.instant()));
    planned();
    campaigns.move(campaigns.find(OLD).orElseThrow(), "sent", "", clock.instant());
  }

  final String subscribed(String name, Language language) {
    var who =
        subscribers.ofAddress(new EmailAddress(name + "@press.example"), language, clock.instant());
    subscribers.apply(who.id(), Consent.granted("form", List.of(TOPIC), language, clock.instant()));
    return who.id();
  }

  final DeliveryId row(String name, Language language) {
    var id = new DeliveryId(OLD, subscribed(name, language));
    deliveries.plan(id, clock.instant());
    return id;
  }

  final String skipped(String name, Language language) {
    var id = row(name, language);
    deliveries.skip(id, "suppressed");
    counts.count(deliveries.read(OLD, List.of(id.subscriberId())));
    return id.subscriberId();
  }

  final void failed(String name) {
    var id = row(name, Language.EN);
    deliveries.giveUp(id, "render");
    counts.count(deliveries.read(OLD, List.of(id.subscriberId())));
  }

  /** As many rows as its planners have written. */
  final void planned() {
    for (var segment : planning.segments(OLD)) {
      planning.moveOn(OLD, segment, segment.planned(deliveries.rows(OLD, segment.bucket()).size()));
    }
  }

  final APIGatewayProxyResponseEvent create(String topic, Map<String, ?> audience) {
    return call(
        editor("POST", "/v1/editor/campaigns")
            .header("Idempotency-Key", KEY)
            .json(
                Json.text(
                    Map.of(
                        "name", "Again", "topic", topic, "content", TEXTS, "audience", audience))));
  }

  final String created() {
    var answer = create(TOPIC, SUPPRESSED);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(201);
    return id(answer);
  }

  static String id(APIGatewayProxyResponseEvent answer) {
    return (String) Json.object(answer.getBody()).get("campaignId");
  }

  final Map<String, Object> read(String id, String rest) {
    return Json.object(call(editor("GET", path(id) + rest)).getBody());
  }

  static String path(String id) {
    return "/v1/editor/campaigns/" + id;
  }

  final APIGatewayProxyResponseEvent start(String id, long expected) {
    return call(
        editor("PUT", path(id) + "/state")
            .header("If-Match", "\"v1\"")
            .json("{\"state\":\"sending\",\"expectedAudience\":%d}".formatted(expected)));
  }

  final APIGatewayProxyResponseEvent duplicate(String id, String key, Map<String, ?> body) {
    return call(
        editor("POST", path(id) + "/duplicate")
            .header("Idempotency-Key", key)
            .json(Json.text(body)));
  }

  final APIGatewayProxyResponseEvent edit(String id, String patch, String tag) {
    return call(
        GatewayCalls.call("PATCH", path(id))
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", tag)
            .body("application/merge-patch+json", patch));
  }
}
