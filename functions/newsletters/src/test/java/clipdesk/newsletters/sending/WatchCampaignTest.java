package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.deliveries.Word.Kind;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign that bounces or is complained of too much stops by itself. */
final class WatchCampaignTest {
  private static final Instant START = Instant.parse("2026-02-12T15:00:00Z");
  private static final Map<String, String> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final OpenRows.Seen SEEN = new OpenRows.Seen(true, false, false, 500, 3, 0);

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(subscribers));
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private Instant now = START;
  private final WatchCampaign watch =
      new WatchCampaign(
          campaigns,
          counts,
          new TellStarter(new InMemoryOpenDeliveries(deliveries), new RecordedOutgoing()),
          it -> it.print(0.5),
          () -> now);
  private int made;

  @BeforeEach
  void campaignBeingSent() {
    campaigns.started("c1", "announcements", Map.of("fr", WORDS, "en", WORDS, "uk", WORDS), START);
  }

  private Campaign campaign() {
    return campaigns.find("c1").orElseThrow();
  }

  private void sent(int many, Kind kind) {
    for (int mail = 0; mail < many; mail++) {
      var id = new DeliveryId("c1", "s" + ++made);
      deliveries.plan(id, START);
      new TakeWord(deliveries, counts).take(id, new Word(kind, "", "m" + made, START));
      List<Delivery> row = deliveries.read("c1", List.of(id.subscriberId()));
      counts.count(row);
    }
    counts.addDone("c1", many);
  }

  @ParameterizedTest
  @CsvSource({
    "499, 100, PERMANENT_BOUNCE, sending",
    "500, 20, PERMANENT_BOUNCE, sending",
    "500, 21, PERMANENT_BOUNCE, paused",
    "500, 200, TRANSIENT_BOUNCE, sending",
    "1000, 1, COMPLAINT, sending",
    "999, 1, COMPLAINT, paused"
  })
  void campaignIsPausedFromFiveHundredMailsOn(int mails, int bad, Kind kind, String state) {
    sent(bad, kind);
    sent(mails - bad, Kind.DELIVERY);

    watch.watch(campaign(), SEEN, 14, 1);

    assertThat(campaign().state()).isEqualTo(state);
    if (state.equals("paused")) {
      assertThat(campaign().pausedReason()).contains("reputation");
    }
  }

  @Test
  void whoResumesHasSeenWhatWasAndTheNextFiveHundredAreJudgedAnew() {
    sent(500, Kind.PERMANENT_BOUNCE);
    watch.watch(campaign(), SEEN, 14, 1);
    campaigns.move(campaign(), "sending", "", now);
    now = now.plusSeconds(60);

    watch.watch(campaign(), SEEN, 14, 1);
    assertThat(campaign().state()).isEqualTo("sending");
    sent(500, Kind.PERMANENT_BOUNCE);
    watch.watch(campaign(), SEEN, 14, 1);

    assertThat(campaign().state()).isEqualTo("paused");
  }

  @Test
  void pulseSaysHowManyAreClosedAMinute() {
    watch.watch(campaign(), SEEN, 14, 1);
    sent(60, Kind.SEND);
    now = now.plus(Duration.ofSeconds(30));

    watch.watch(campaign(), SEEN, 14, 1);

    var pulse = counts.pulse("c1").orElseThrow();
    assertThat(pulse.done()).isEqualTo(60);
    assertThat(pulse.claimed()).isEqualTo(3);
    assertThat(pulse.perMinute()).isEqualTo(120);
    assertThat(pulse.mailsPerSecond()).isEqualTo(14);
  }

  private Map<String, Object> lineAfter(Duration pause, OpenRows.Seen seen, int sharing)
      throws IOException {
    now = now.plus(pause);
    return Json.object(StandardOutput.of(() -> watch.watch(campaign(), seen, 14, sharing)));
  }

  @Test
  void lineOfEachMinuteSaysTheAchievedAndThePlannedRate() throws IOException {
    assertThat(StandardOutput.of(() -> watch.watch(campaign(), SEEN, 14, 2)))
        .as("nothing to compare with")
        .isEmpty();
    sent(63, Kind.SEND);

    var line = lineAfter(Duration.ofSeconds(30), SEEN, 2);

    assertThat(line)
        .containsEntry("campaign", "c1")
        .containsEntry("plannedPerSecond", 3.5)
        .containsEntry("MailsPerSecond", 2.1)
        .containsEntry("PercentOfPlannedRate", 60.0)
        .containsEntry("sent", 63)
        .containsEntry("failed", Map.of())
        .containsEntry("skipped", Map.of())
        .containsEntry("pending", 500)
        .containsEntry("claimed", 3)
        .containsEntry("parkedNow", 0);
    assertThat(line.get("_aws").toString())
        .contains("Namespace=Clipdesk", "Dimensions=[[function]]")
        .contains("Name=MailsPerSecond", "Name=PercentOfPlannedRate");
  }

  @Test
  void rateIsComparedWhereEnoughWait() throws IOException {
    watch.watch(campaign(), SEEN, 14, 1);
    var few = new OpenRows.Seen(true, false, false, 499, 3, 0);

    var line = lineAfter(Duration.ofMinutes(1), few, 1);

    assertThat(line).containsEntry("MailsPerSecond", 0.0);
    assertThat(line.toString()).doesNotContain("PercentOfPlannedRate");
    assertThat(lineAfter(Duration.ofMinutes(1), SEEN, 1)).containsKey("PercentOfPlannedRate");
  }

  /** Of 10,000 rows a look, whatever is closed, so the tallies lag behind a long list. */
  @Test
  void listThatIsLongerThanALookIsComparedByWhatItsSendersSay() throws IOException {
    watch.watch(campaign(), SEEN, 14, 1);
    counts.addDone("c1", 210);
    var part = new OpenRows.Seen(false, false, false, 500, 3, 0);

    assertThat(lineAfter(Duration.ofMinutes(1), part, 1))
        .containsEntry("MailsPerSecond", 3.5)
        .containsEntry("PercentOfPlannedRate", 50.0)
        .containsEntry("sent", 0);
  }

  @Test
  void campaignThatIsPausedHasNoRate() throws IOException {
    watch.watch(campaign(), SEEN, 14, 1);
    campaigns.move(campaign(), "paused", "editor", now);
    now = now.plusSeconds(60);

    assertThat(StandardOutput.of(() -> watch.watch(campaign(), SEEN, 14, 1))).isEmpty();
  }
}
