package clipdesk.newsletters.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.MarkThenErase;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.links.LeaveByMail;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail to the address of {@code List-Unsubscribe} does. */
final class UnsubscribeByMailTest {
  private static final String TOPIC = "announcements";
  private static final String OTHER = "press-briefings";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:01Z");
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryConfirmations confirmations = new InMemoryConfirmations();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final TakeWord takeWord = new TakeWord(deliveries, counts);
  private final FeedbackHandler handler =
      new FeedbackHandler(
          new TakeFeedback(takeWord, subscribers, new InMemoryMailboxes(subscribers), clock),
          new HearOfAccount(
              new InMemoryEndedSessions(clock),
              subscribers,
              confirmations,
              new EraseSubscriber(subscribers, confirmations, clock),
              new InMemoryEditorAddresses(),
              clock),
          new LeaveByMail(TestKeys.links(), subscribers, TestKeys.topics(), takeWord, clock),
          new MarkThenErase(() -> {}));
  private Subscriber ada;
  private String token;

  @BeforeEach
  void subscribe() {
    var now = clock.instant();
    ada = subscribers.ofAddress(new EmailAddress("ada@press.example"), Language.FR, now);
    for (var topic : new String[] {TOPIC, OTHER}) {
      subscribers.subscribe(ada, topic, Language.FR, "account-page", "1", now);
    }
    token = TestKeys.link(TestKeys.links(), ada.id(), TOPIC);
  }

  @Test
  void mailWithATokenInItsSubjectEndsItsTopicAndNoOther() throws IOException {
    deliveries.plan(new DeliveryId("c1", ada.id()), clock.instant());

    handle(token);

    assertThat(subscribers.topicsOf(ada.id())).containsExactly(OTHER);
    var record = withdrawals().getFirst();
    assertThat(record.source()).isEqualTo("mailto");
    assertThat(record.proof()).contains("token:k1");
    assertThat(record.campaignId()).contains("c1");
  }

  @Test
  void mailThatComesTwiceLeavesOneRecord() throws IOException {
    handle(token);
    handle(token);

    assertThat(withdrawals()).hasSize(1);
  }

  @Test
  void subjectMaySayMoreOrBeFoldedOrEncoded() throws IOException {
    var half = token.length() / 2;
    var encoded =
        "=?UTF-8?B?"
            + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))
            + "?=";
    for (var subject :
        new String[] {
          "Re: " + token + ", please",
          "  unsubscribe me:" + token + ".",
          "RE: " + token.substring(0, half) + "\\\\r\\\\n " + token.substring(half) + " - thanks",
          encoded
        }) {
      subscribe();

      handle(subject);

      assertThat(subscribers.topicsOf(ada.id())).as(subject).containsExactly(OTHER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Re: This week", "u1", "u1.k1.a.b.c.AAAAAAAAAAAAAAAAAAAAAA"})
  void mailWithoutATokenOfOursIsDroppedAndNoLogQuotesIt(String subject) throws IOException {
    var log = StandardOutput.of(() -> handle(subject));

    assertThat(log).contains("Message m-0 is a mail with no token").doesNotContain("ada@", "u1.k1");
    assertThat(subscribers.topicsOf(ada.id())).containsExactlyInAnyOrder(TOPIC, OTHER);
  }

  @Test
  void tokenThatSomebodyChangedLeavesEverybody() throws IOException {
    var bob = TestKeys.link(TestKeys.links(), "5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11", TOPIC);

    handle(bob.replace("5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11", ada.id()));
    handle(token.replace(TOPIC, OTHER));

    assertThat(subscribers.topicsOf(ada.id())).containsExactlyInAnyOrder(TOPIC, OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"commonHeaders\":{}}", "{\"commonHeaders\":{\"subject\":[1]}}"})
  void mailWithoutASubjectIsDropped(String mail) throws IOException {
    var body = "{\"notificationType\":\"Received\",\"mail\":%s}".formatted(mail);

    assertThat(QueueCalls.failures(handler, QueueCalls.batch(body))).isEmpty();
  }

  private java.util.List<Consent> withdrawals() {
    return subscribers.consents(ada.id(), Optional.empty(), 20).consents().stream()
        .filter(it -> it.action() == Consent.Action.WITHDRAWN)
        .toList();
  }

  /** As SES tells of a mail that its receipt rule stopped at. */
  private void handle(String subject) throws IOException {
    var event = ExampleEvents.text("unsubscribe-mailed.json").replace("SUBJECT", subject);
    assertThat(QueueCalls.failures(handler, event)).isEmpty();
  }
}
