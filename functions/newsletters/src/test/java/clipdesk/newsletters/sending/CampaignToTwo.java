package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;

/** A campaign that is being sent to two people, by a sender whose every neighbour is ours. */
abstract class CampaignToTwo {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  static final String TOPIC = "announcements";

  static final Instant UNTIL = NOW.plusSeconds(35);
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");

  final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning planning = new InMemoryPlanning(subscribers);
  final InMemoryCampaigns campaigns = new InMemoryCampaigns(planning);
  final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final TakeWord takeWord = new TakeWord(deliveries, counts);
  final Ses ses = new Ses();
  final RecordedOutgoing outgoing = new RecordedOutgoing();
  final RecordedPace pace = new RecordedPace(NOW);
  private final InMemorySetbacks setbacks = new InMemorySetbacks();
  double perDay = -1;
  String unwritable = "";
  private final SendQuota quota =
      new SendQuota(
          () -> new AccountQuota.Figures(14, perDay, 0),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          pace);
  final DeliverCampaign deliver = sender();
  String ada;
  String bob;

  /** Another process. */
  DeliverCampaign sender() {
    var links = TestKeys.links();
    var live = new LiveCampaigns(campaigns, pace);
    return new DeliverCampaign(
        live,
        deliveries,
        new DeliverMail(
            live,
            deliveries,
            takeWord,
            subscribers,
            (campaign, letters, recipient, email) -> {
              if (email.text().equals(unwritable)) {
                throw new IllegalStateException("Not to " + unwritable);
              }
              return new CampaignMail(links, new ListMail(TestWiring.sampleConfig()))
                  .bytes(campaign, letters, recipient, email);
            },
            ses,
            pace,
            quota,
            new Breaker(setbacks),
            pace),
        counts,
        pace,
        quota,
        new InTurn());
  }

  @BeforeEach
  void campaignBeingSentToTwo() {
    campaigns.started("c1", TOPIC, Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS), NOW);
    ada = subscriber("ada@press.example", Language.FR);
    bob = subscriber("bob@press.example", Language.UK);
  }

  private String subscriber(String email, Language language) {
    var subscriber = subscribers.ofAddress(new EmailAddress(email), language, NOW);
    subscribers.subscribe(subscriber, TOPIC, language, "account-page", "1", NOW);
    deliveries.plan(id(subscriber.id()), NOW);
    return subscriber.id();
  }

  static DeliveryId id(String subscriber) {
    return new DeliveryId("c1", subscriber);
  }

  List<String> deliver(String... recipients) {
    return deliver.deliver(new BatchToSend("c1", "0", List.of(recipients)), UNTIL);
  }

  SenderHandler handler() {
    var single = SingleMailWorld.single(ses, quota, pace);
    return new SenderHandler(
        deliver,
        SingleMailWorld.confirmations(subscribers, new InMemoryMailboxes(subscribers), single),
        SingleMailWorld.erasures(subscribers, single, pace),
        SingleMailWorld.tests(campaigns, single),
        SingleMailWorld.notices(campaigns, new InMemoryEditorAddresses(), single),
        outgoing,
        pace);
  }

  void assertPaused(String reason) {
    var campaign = campaigns.find("c1").orElseThrow();
    assertThat(campaign.state()).isEqualTo("paused");
    assertThat(campaign.pausedReason()).contains(reason);
  }

  static String batchOf(String... recipients) {
    return new BatchToSend("c1", "0", List.of(recipients)).json();
  }

  String[] crowd(int size) {
    var crowd = new String[size];
    for (int i = 0; i < size; i++) {
      crowd[i] = subscriber("reader%d@press.example".formatted(i), Language.EN);
    }
    return crowd;
  }

  final class Ses implements Mailer {
    final List<Outcome> answers = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final List<String> mails = new ArrayList<>();
    final List<String> claims = new ArrayList<>();
    Runnable afterwards = () -> {};

    @Override
    public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
      sent.add(to.text());
      claims.add(tags.get("claim"));
      mails.add(new String(mail, StandardCharsets.UTF_8));
      var answer =
          answers.isEmpty() ? new Outcome.Accepted("m" + sent.size()) : answers.removeFirst();
      afterwards.run();
      return answer;
    }
  }
}
