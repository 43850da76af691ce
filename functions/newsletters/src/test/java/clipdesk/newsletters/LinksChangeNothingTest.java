package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of mail providers and firewalls follow every link of a mail, and often. */
final class LinksChangeNothingTest extends NewsletterCalls {
  private static final int TIMES = 100;
  private static final String SENT = "1".repeat(26);
  private static final String DRAFT = "2".repeat(26);
  private static final String ASKED = Sha256.hex("token");
  private static final EmailAddress BOB = new EmailAddress("bob@press.example");

  private final InMemoryConfirmations confirmations = context.getBean(InMemoryConfirmations.class);
  private final InMemoryDeliveries deliveries = context.getBean(InMemoryDeliveries.class);
  private final LinkSigner links = context.getBean(LinkSigner.class);
  private String ada;

  @BeforeEach
  void everythingThatALinkMayLeadTo() {
    subscribeMe();
    ada = subscribers.ofAccount("ada").orElseThrow().id();
    var words = Map.of("subject", "News", "preheader", "Of today", "bodyMarkdown", "News");
    campaigns.started(SENT, TOPIC, Map.of("fr", words, "en", words, "uk", words), clock.instant());
    campaigns.draft(DRAFT, TOPIC, Map.of("fr", words, "en", words, "uk", words), clock.instant());
    deliveries.plan(new DeliveryId(SENT, ada), clock.instant());
    confirmations.put(
        ASKED,
        new Confirmation(BOB, List.of(TOPIC), Language.FR, "2026-01", clock.instant()),
        clock.instant().plus(Duration.ofDays(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "unsubscribe, false",
    "unsubscribe, true",
    "unsubscribe in a test send, false",
    "preferences, false",
    "preferences, true",
    "copy of what is held, false",
    "erase, false",
    "confirm, false",
    "archive, false",
    "preview, false"
  })
  void followedAHundredTimesItChangesNothing(String link, boolean left) {
    if (left) {
      subscribers.unsubscribe(ada, TOPIC, "one-click", clock.instant());
    }
    var address = addressOf(link);
    var before = everythingStored();

    followed("GET", address, "text/html,*/*;q=0.8");
    followed("GET", address, "*/*");
    followed("HEAD", address, "*/*");

    assertThat(everythingStored()).isEqualTo(before);
  }

  private void followed(String method, URI address, String accept) {
    for (int time = 0; time < TIMES; time++) {
      int status = call(asked(method, address, accept)).getStatusCode();
      assertThat(status).as("%s %s", method, address).isEqualTo(200);
    }
    // Else the limit for a network would answer the next.
    clock.pass(Duration.ofMinutes(1));
  }

  private URI addressOf(String link) {
    var own = TestKeys.link(links, ada, TOPIC);
    return URI.create(
        switch (link) {
          case "unsubscribe" -> "/v1/u/" + own;
          case "unsubscribe in a test send" ->
              "/v1/u/" + TestKeys.link(links, new UUID(0, 0).toString(), TOPIC);
          case "preferences" -> "/v1/p/" + own;
          case "copy of what is held" -> "/v1/p/" + own + "?copy=json";
          case "erase" -> "/v1/p/" + TestKeys.erasure(links, ada, clock.instant().plusSeconds(999));
          case "confirm" -> "/v1/subscriptions/confirmations/token";
          case "archive" -> "/v1/newsletters/" + SENT + "?lang=fr";
          case "preview" -> preview() + "?lang=fr";
          default -> throw new IllegalArgumentException(link);
        });
  }

  private String preview() {
    var made =
        editor("POST", "/v1/editor/campaigns/" + DRAFT + "/preview-links")
            .header("Idempotency-Key", "0123456789abcdef")
            .json("{}");
    return URI.create((String) Json.object(call(made).getBody()).get("href")).getPath();
  }

  private static GatewayCalls asked(String method, URI address, String accept) {
    var call = GatewayCalls.call(method, address.getPath()).header("Accept", accept);
    return Optional.ofNullable(address.getQuery())
        .map(it -> it.split("=", 2))
        .map(it -> call.query(it[0], it[1]))
        .orElse(call);
  }

  /** Of everybody and everything that the links are about. */
  private List<Object> everythingStored() {
    return List.of(
        subscribers.find(ada),
        subscribers.standing(ada),
        subscribers.members(TOPIC),
        subscribers.consents(ada, Optional.empty(), TIMES),
        subscribers.find(BOB),
        confirmations.unused(ASKED),
        campaigns.find(SENT),
        campaigns.find(DRAFT),
        deliveries.rows(SENT),
        outgoing.mails(),
        outgoing.asked());
  }
}
