package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.InMemoryDeliveries;
import clipdesk.newsletters.subscriptions.InMemoryConfirmationLimits;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each newsletter once, whatever is repeated and whatever fails. */
final class DeliverCampaignTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";

  private final InMemoryCampaigns campaigns = new InMemoryCampaigns();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final Ses ses = new Ses();
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private double perDay = -1;
  private final SendQuota quota =
      new SendQuota(
          () -> new AccountQuota.Figures(14, perDay, 0),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          () -> NOW);
  private final DeliverCampaign deliver =
      new DeliverCampaign(
          campaigns,
          deliveries,
          subscribers,
          ses,
          new NoPace(),
          quota,
          new Keyed(() -> "key".getBytes(StandardCharsets.US_ASCII)),
          TestWiring.sampleConfig(),
          () -> NOW);
  private String ada;
  private String bob;

  @BeforeEach
  void campaignBeingSentToTwo() {
    var texts = Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");
    campaigns.create(
        new Campaign(
            "c1",
            "Week 7",
            TOPIC,
            "sending",
            /* version= */ 2,
            /* revision= */ 1,
            /* testedRevision= */ 1,
            Map.of("fr", texts, "en", texts, "uk", texts)),
        "hash");
    ada = subscriber("ada@press.example", Language.FR);
    bob = subscriber("bob@press.example", Language.UK);
  }

  private String subscriber(String email, Language language) {
    var subscriber = subscribers.ofAddress(new EmailAddress(email), language, NOW);
    subscribers.subscribe(subscriber, TOPIC, language, "account-page", "1", NOW);
    deliveries.plan("c1", "0", subscriber.id(), NOW);
    return subscriber.id();
  }

  @Test
  void messageThatComesTwiceSendsOnce() {
    deliver.deliver("c1", "0", List.of(ada, bob));
    deliver.deliver("c1", "0", List.of(ada, bob));

    assertThat(ses.sent).containsExactly("ada@press.example", "bob@press.example");
  }

  @Test
  void exampleEventIsABatchThatTheHandlerDelivers() throws IOException {
    var event = ExampleEvents.text("newsletter-batch-queued.json").replace("s1", ada);
    var handler = handler();

    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        null);

    assertThat(ses.sent).containsExactly("ada@press.example");
  }

  private SenderHandler handler() {
    var config = TestWiring.sampleConfig();
    var limits = new InMemoryConfirmationLimits();
    var single =
        new SingleMails(
            campaigns,
            subscribers,
            new InMemoryConfirmations(),
            limits,
            ses,
            quota,
            config,
            () -> NOW);
    return new SenderHandler(deliver, single, outgoing);
  }

  @Test
  void daysQuotaThatSesRefusesByPutsTheRestBackAndFailsNothing() throws IOException {
    ses.answers.add(new Mailer.Outcome.Accepted("m1"));
    ses.answers.add(new Mailer.Outcome.OverQuota());

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada, bob)))).isEmpty();

    assertThat(outgoing.later())
        .singleElement()
        .satisfies(it -> assertThat(it).contains("PT15M", bob).doesNotContain(ada));
    assertThat(deliveries.state("c1", "0", bob)).isEqualTo("PENDING");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of("SENT", 1L, "PENDING", 1L));
  }

  @Test
  void daysQuotaThatIsKnownToBeUsedUpAsksSesForNothing() throws IOException {
    perDay = 1;
    ses.answers.add(new Mailer.Outcome.Accepted("m1"));

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada, bob)))).isEmpty();
    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(bob)))).isEmpty();

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(outgoing.later()).hasSize(2).allSatisfy(it -> assertThat(it).contains(bob));
  }

  private static String batchOf(String... recipients) {
    return new BatchToSend("c1", "0", List.of(recipients)).json();
  }

  @Test
  void everyMailCanBeLeftWithOneClick() {
    deliver.deliver("c1", "0", List.of(ada));

    assertThat(ses.headers)
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .hasEntrySatisfying(
            "List-Unsubscribe",
            link -> assertThat(link).startsWith("<https://api.clipdesk.example/v1/u/u1."));
  }

  @Test
  void refusalKeepsTheRestForTheNextTry() {
    ses.answers.add(new Mailer.Outcome.Accepted("m1"));
    ses.answers.add(new Mailer.Outcome.Refused("throttled"));

    assertThatThrownBy(() -> deliver.deliver("c1", "0", List.of(ada, bob)))
        .hasMessageContaining("throttled");
    assertThat(deliveries.state("c1", "0", bob)).isEqualTo("PENDING");
    deliver.deliver("c1", "0", List.of(ada, bob));

    assertThat(ses.sent)
        .containsExactly("ada@press.example", "bob@press.example", "bob@press.example");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of("SENT", 2L));
  }

  @Test
  void lostAnswerIsNeverGuessed() {
    ses.answers.add(new Mailer.Outcome.Unknown("timeout"));

    deliver.deliver("c1", "0", List.of(ada));
    deliver.deliver("c1", "0", List.of(ada));

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.state("c1", "0", ada)).isEqualTo("CLAIMED");
  }

  @Test
  void rejectedAddressKeepsNobodyElse() {
    ses.answers.add(new Mailer.Outcome.Rejected("malformed"));

    deliver.deliver("c1", "0", List.of(ada, bob));

    assertThat(deliveries.counts("c1")).isEqualTo(Map.of("FAILED", 1L, "SENT", 1L));
  }

  @Test
  void whoLeftMeanwhileIsSkipped() {
    subscribers.unsubscribe(ada, TOPIC, "one-click", NOW);
    subscribers.suppress(bob, "bounce", NOW);

    deliver.deliver("c1", "0", List.of(ada, bob));

    assertThat(ses.sent).isEmpty();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of("SKIPPED", 2L));
  }

  @Test
  void pauseBitesBeforeTheNextMail() {
    ses.afterwards = () -> campaigns.move(campaigns.find("c1").orElseThrow(), "paused", NOW);

    deliver.deliver("c1", "0", List.of(ada, bob));

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.state("c1", "0", bob)).isEqualTo("PENDING");
  }

  private static final class Ses implements Mailer {
    private final List<Outcome> answers = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Map<String, String> headers = Map.of();
    private Runnable afterwards = () -> {};

    @Override
    public Outcome send(MimeMail mail, Map<String, String> tags) {
      sent.add(mail.to().text());
      headers = mail.headers();
      var answer =
          answers.isEmpty() ? new Outcome.Accepted("m" + sent.size()) : answers.removeFirst();
      afterwards.run();
      return answer;
    }
  }
}
