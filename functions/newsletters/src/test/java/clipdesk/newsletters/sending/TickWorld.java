package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.MoveCampaign;
import clipdesk.newsletters.campaigns.StartScheduled;
import clipdesk.newsletters.campaigns.TestLetters;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.InMemoryTopics;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A campaign and the minutes of its life, with everything in memory that the tick looks at. */
final class TickWorld {
  static final Instant START = Instant.parse("2026-02-12T15:00:00Z");
  static final String TOPIC = "announcements";
  private static final Map<String, Object> WORDS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");
  static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);

  final PortsInMemory ports = PortsInMemory.empty();
  final RecordedOutgoing outgoing = new RecordedOutgoing();
  final List<CampaignMinute> minutes = new ArrayList<>();
  final InMemoryTopics topics = new InMemoryTopics();
  final List<DeliveryId> people = new ArrayList<>();
  Instant now = START;
  double sentToday;

  Tick tick() {
    return tick(ports.planning(), new InTurn());
  }

  Tick tick(Planning planning, SideBySide sideBySide) {
    var campaigns = ports.campaigns();
    var open = ports.openDeliveries();
    return new Tick(
        campaigns,
        new StartScheduled(campaigns, move(), new Topics(topics, () -> now), () -> now),
        planning,
        outgoing,
        new OpenRows(
            campaigns,
            ports.deliveries(),
            open,
            ports.counts(),
            outgoing,
            sideBySide,
            Duration.ofMinutes(15),
            () -> now),
        new FinishCampaign(campaigns, open, ports.counts(), () -> now),
        new WatchCampaign(
            campaigns, ports.counts(), new TellStarter(open, outgoing), minutes::add, () -> now),
        Optional.empty(),
        new SendQuota(
            () -> new AccountQuota.Figures(14, /* mailsPerDay= */ 100, sentToday),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            () -> now),
        () -> now);
  }

  MoveCampaign move() {
    return new MoveCampaign(
        ports.campaigns(), TestLetters.writer(), ports.planning(), outgoing, () -> now);
  }

  /** Started, for so many people. */
  void campaign(int audience) {
    audience(audience);
    ports.campaigns().started("c1", TOPIC, TEXTS, START);
  }

  void audience(int many) {
    for (int made = 0; made < many; made++) {
      var email = new EmailAddress("reader%d@press.example".formatted(made));
      var subscriber = ports.subscribers().ofAddress(email, Language.EN, START);
      ports.subscribers().subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", START);
      people.add(new DeliveryId("c1", subscriber.id()));
    }
  }

  /** And loses the hints. */
  void planAll() {
    var plan = ports.planner(outgoing, new InTurn(), () -> now);
    ports
        .planning()
        .segments("c1")
        .forEach(
            it -> plan.plan(new BucketToPlan("c1", it.bucket(), Mode.PLAN), now.plusSeconds(60)));
    outgoing.lose();
  }

  Campaign campaign() {
    return ports.campaigns().find("c1").orElseThrow();
  }

  void move(String to, String reason) {
    ports.campaigns().move(campaign(), to, reason, now);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void hear(Word.Kind kind, DeliveryId id) {
    new TakeWord(ports.deliveries(), ports.counts()).take(id, new Word(kind, "", "m", now));
  }

  void claim(DeliveryId id, String claim) {
    var who = ports.subscribers().find(id.subscriberId()).orElseThrow();
    ports.deliveries().claim(id, TOPIC, who.email().orElseThrow(), claim, now);
  }
}
