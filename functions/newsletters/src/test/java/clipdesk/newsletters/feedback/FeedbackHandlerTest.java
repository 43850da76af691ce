package clipdesk.newsletters.feedback;

import static clipdesk.common.QueueCalls.batch;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.MarkThenErase;
import clipdesk.common.identity.Caller;
import clipdesk.common.localisation.Language;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.contracts.accounts.AccountEvent;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.links.LeaveByMail;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the queue of feedback, message by message. */
final class FeedbackHandlerTest {
  private static final String ADA = "5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11";
  private static final String FAMILY = "0c9b2f4e-7a61-4d3a-8f5e-2b1d9c6e4a70";
  private static final String TOPIC = "announcements";
  private static final String DELETED = "{\"type\":\"account-deleted\",\"sub\":\"%s\"}";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:01Z");
  private final InMemoryEndedSessions sessions = new InMemoryEndedSessions(clock);
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryConfirmations confirmations = new InMemoryConfirmations();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes(subscribers);
  private final InMemoryEditorAddresses editors = new InMemoryEditorAddresses();
  private final List<Runnable> runningRequests = new ArrayList<>();
  private final FeedbackHandler handler =
      new FeedbackHandler(
          new TakeFeedback(new TakeWord(deliveries, counts), subscribers, mailboxes, clock),
          new HearOfAccount(
              sessions,
              subscribers,
              confirmations,
              new EraseSubscriber(subscribers, confirmations, clock),
              editors,
              clock),
          new LeaveByMail(
              TestKeys.links(),
              subscribers,
              TestKeys.topics(),
              new TakeWord(deliveries, counts),
              clock),
          new MarkThenErase(() -> runningRequests.forEach(Runnable::run)));

  @Test
  void endedSessionIsRefusedFromThenOn() throws IOException {
    assertThat(handle(ExampleEvents.text("session-ended.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.of(FAMILY)))).isTrue();
    assertThat(sessions.ended(caller(Optional.of("another")))).isFalse();
  }

  @Test
  void earlierSignInsAreRefusedFromThenOn() throws IOException {
    assertThat(handle(ExampleEvents.text("sessions-ended.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.of("another")))).isTrue();
  }

  @Test
  void deletedAccountIsRefusedAndForgotten() throws IOException {
    var subscriber = subscribe(ADA);

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.empty()))).isTrue();
    assertThat(subscribers.find(subscriber.id()).orElseThrow().status()).isEqualTo("erased");
    assertThat(subscribers.topicsOf(subscriber.id())).isEmpty();
    assertThat(handle(ExampleEvents.text("account-deleted.json"))).as("once more").isEmpty();
  }

  @Test
  void editorIsToldAtTheNewAddressAndForgottenWithTheAccount() throws IOException {
    var now = clock.instant();
    editors.note(ADA, new EmailAddress("ada@press.example"), Language.FR, now);
    var changed = new AccountEvent.AddressChanged(ADA, "new@press.example", Optional.empty());
    assertThat(handle(batch(changed.json()))).isEmpty();
    assertThat(editors.find(ADA).orElseThrow().email().text()).isEqualTo("new@press.example");
    runningRequests.add(
        () -> editors.note(ADA, new EmailAddress("new@press.example"), Language.FR, now));

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(editors.find(ADA)).isEmpty();
  }

  @Test
  void deletedAccountThatNeverSubscribedLeavesNoConfirmationOfItsAddress() throws IOException {
    var asked =
        new Confirmation(
            new EmailAddress("ada@press.example"),
            List.of("press"),
            Language.FR,
            "2026-01",
            clock.instant());
    confirmations.put("hash", asked, Instant.MAX);

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(confirmations.find("hash", Instant.EPOCH)).isEmpty();
  }

  @Test
  void deletedAccountLeavesNoConfirmationOfTheAddressItIsSubscribedWith() throws IOException {
    var subscriber = subscribe(ADA);
    var asked =
        new Confirmation(
            subscriber.email().orElseThrow(),
            List.of("press"),
            Language.FR,
            "2026-01",
            clock.instant());
    runningRequests.add(() -> confirmations.put("hash", asked, Instant.MAX));

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(confirmations.find("hash", Instant.EPOCH)).isEmpty();
  }

  @Test
  void requestThatWasLetInBeforeTheMarkLeavesNoSubscriber() throws IOException {
    var subscribed = new ArrayList<Subscriber>();
    runningRequests.add(() -> subscribed.add(subscribe(ADA)));

    assertThat(handle(batch(DELETED.formatted(ADA)))).isEmpty();

    assertThat(subscribers.find(subscribed.getFirst().id()).orElseThrow().status())
        .isEqualTo("erased");
    assertThat(subscribers.ofAccount(ADA)).as("who had the account").isEmpty();
  }

  @Test
  void deletedAccountTakesAlongWhatItsAddressGotByTheForm() throws IOException {
    var email = new EmailAddress("ada@press.example");
    var reader = subscribers.ofAddress(email, Language.FR, clock.instant());
    subscribers.subscribe(reader, TOPIC, Language.FR, "public-form", "1", clock.instant());

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(subscribers.find(reader.id()).orElseThrow().status()).isEqualTo("erased");
  }

  @Test
  void subscriberMovesWithTheAddressOfTheAccount() throws IOException {
    var ada = subscribe(ADA);
    var changed = new AccountEvent.AddressChanged(ADA, "new@press.example", Optional.empty());

    assertThat(handle(batch(changed.json()))).isEmpty();
    assertThat(handle(batch(changed.json()))).as("once more").isEmpty();

    var moved = subscribers.find(new EmailAddress("new@press.example")).orElseThrow();
    assertThat(moved.id()).isEqualTo(ada.id());
    assertThat(subscribers.find(ada.email().orElseThrow())).isEmpty();
    assertThat(subscribers.topicsOf(ada.id())).containsExactly(TOPIC);
  }

  @Test
  void whatTheAddressGotByTheFormMovesWithTheAccountToo() throws IOException {
    var former = new EmailAddress("form@press.example");
    var reader = subscribers.ofAddress(former, Language.FR, clock.instant());
    var changed =
        new AccountEvent.AddressChanged(ADA, "new@press.example", Optional.of(former.text()));

    assertThat(handle(batch(changed.json()))).isEmpty();

    assertThat(subscribers.find(reader.id()).orElseThrow().email())
        .contains(new EmailAddress("new@press.example"));
    assertThat(subscribers.ofAccount(ADA).orElseThrow().id()).isEqualTo(reader.id());
  }

  @Test
  void accountThatNeverSubscribedIsRefusedToo() throws IOException {
    assertThat(handle(batch(DELETED.formatted(ADA)))).isEmpty();
    assertThat(sessions.ended(caller(Optional.empty()))).isTrue();
  }

  @Test
  void badMessageIsADeadLetterOfItsOwnAndHoldsNoOtherBack() throws IOException {
    var ada = subscribe(ADA);
    var bob = subscribe("bob");

    assertThat(
            handle(
                batch(
                    DELETED.formatted(ADA),
                    "{\"type\":\"account-deleted\"}",
                    "{\"type\":\"session-ended\",",
                    DELETED.formatted("bob"))))
        .containsExactly("m-1", "m-2");

    assertThat(subscribers.find(ada.id()).orElseThrow().status()).isEqualTo("erased");
    assertThat(subscribers.find(bob.id()).orElseThrow().status()).isEqualTo("erased");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Successfully validated SNS topic for ada@press.example",
        "{\"type\":\"account-renamed\",\"email\":\"ada@press.example\"}"
      })
  void whatIsNoneOfOursIsDroppedWithALineThatQuotesNothing(String body) throws IOException {
    var log = StandardOutput.of(() -> assertThat(handle(batch(body))).isEmpty());

    assertThat(log).contains("Message m-0 is ", "dropped").doesNotContain("ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Complaint\"", "\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\"}"})
  void addressThatMustNotBeWrittenToIsSuppressed(String type) throws IOException {
    var ada = subscribe(ADA);
    var delivery = new DeliveryId("c1", ada.id());
    deliveries.plan(delivery, clock.instant());

    assertThat(handle(batch(feedback(type, ada.id())))).isEmpty();

    assertThat(subscribers.find(ada.id()).orElseThrow().status()).isEqualTo("suppressed");
    assertThat(deliveries.state(delivery)).isEqualTo(DeliveryState.SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Delivery\"", "\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\"}"})
  void addressThatIsOnlySlowStays(String type) throws IOException {
    var ada = subscribe(ADA);

    assertThat(handle(batch(feedback(type, ada.id())))).isEmpty();

    assertThat(subscribers.topicsOf(ada.id())).containsExactly(TOPIC);
  }

  private static String feedback(String type, String recipient) {
    return """
    {"eventType":%s,"mail":{"messageId":"ses-1","tags":{"campaign":["c1"],"recipient":["%s"]}}}\
    """
        .formatted(type, recipient);
  }

  private Subscriber subscribe(String accountId) {
    var now = clock.instant();
    var subscriber =
        subscribers.ofAddress(new EmailAddress(accountId + "@press.example"), Language.FR, now);
    subscribers.linkAccount(accountId, subscriber.id());
    subscribers.subscribe(subscriber, TOPIC, Language.FR, "account-page", "1", now);
    return subscriber;
  }

  private static Caller caller(Optional<String> family) {
    var signIn = Instant.parse("2026-02-12T14:59:59Z");
    return new Caller(ADA, Set.of(), signIn, Optional.empty(), family);
  }

  /** The ids of the messages that are to come again. */
  private List<String> handle(String event) throws IOException {
    return QueueCalls.failures(handler, event);
  }
}
