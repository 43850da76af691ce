package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.logging.StandardOutput;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of messages that cannot be served. */
final class SenderHandlerTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(subscribers));
  private final RecordedPace pace = new RecordedPace(NOW);
  private final SingleMail single =
      SingleMailWorld.single(SenderHandlerTest::quotesWhatItRefuses, quota(), pace);
  private final SenderHandler handler =
      new SenderHandler(
          campaignsOf(new InMemoryDeliveries(subscribers)),
          SingleMailWorld.confirmations(subscribers, new InMemoryMailboxes(subscribers), single),
          SingleMailWorld.erasures(subscribers, single, () -> NOW),
          SingleMailWorld.tests(campaigns, single),
          SingleMailWorld.notices(campaigns, new InMemoryEditorAddresses(), single),
          new RecordedOutgoing(),
          pace);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"confirm\",\"email\":\"<zoe@press.example>\",\"language\":\"fr\"}",
        "{\"type\":\"confirm\",\"email\":\"<zoe@press.example>\",\"topics\":[\"announcements\"],"
            + "\"language\":\"fr\",\"textVersion\":\"1\",\"askedAt\":\"2026-02-12T15:00:00Z\"}",
        "{\"type\":\"confirm\",\"email\":\"zoe@press.example\",\"topics\":[\"announcements\"],"
            + "\"language\":\"fr\",\"textVersion\":\"1\",\"askedAt\":\"2026-02-12T15:00:00Z\"}",
        "{\"type\":\"confirm\",\"email\":\"zoe@press.example\"",
        "{\"type\":\"zoe@press.example\"}"
      })
  void messageThatCannotBeServedComesAgainAndNoLogTellsItsAddress(String body) throws IOException {
    var log =
        StandardOutput.of(
            () ->
                assertThat(QueueCalls.failures(handler, QueueCalls.batch(body)))
                    .isEqualTo(List.of("m-0")));

    assertThat(log).contains("Message m-0 failed").doesNotContain("zoe", "press.example");
  }

  private DeliverCampaign campaignsOf(InMemoryDeliveries deliveries) {
    var live = new LiveCampaigns(campaigns, pace);
    var counts = new InMemoryCampaignCounts(deliveries);
    var mail = new CampaignMail(TestKeys.links(), new ListMail(TestWiring.sampleConfig()));
    return new DeliverCampaign(
        live,
        deliveries,
        new DeliverMail(
            live,
            deliveries,
            new TakeWord(deliveries, counts),
            subscribers,
            mail,
            SenderHandlerTest::quotesWhatItRefuses,
            pace,
            quota(),
            new Breaker(new InMemorySetbacks()),
            pace),
        counts,
        pace,
        quota(),
        new InTurn());
  }

  private static SendQuota quota() {
    return new SendQuota(
        () -> new AccountQuota.Figures(14, /* mailsPerDay= */ -1, 0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        () -> NOW);
  }

  private static Mailer.Outcome quotesWhatItRefuses(
      EmailAddress to, byte[] mail, Map<String, String> tags) {
    throw new IllegalStateException("Not to " + to.text());
  }
}
