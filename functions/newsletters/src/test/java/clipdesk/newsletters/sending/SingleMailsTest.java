package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemoryConfirmationLimits;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Who gets a confirmation, and how often. */
final class SingleMailsTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");
  private static final String TOPIC = "announcements";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final List<Outcome> answers = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private double perDay = -1;
  private final SingleMails mails =
      new SingleMails(
          new InMemoryCampaigns(),
          subscribers,
          new InMemoryConfirmations(),
          new InMemoryConfirmationLimits(),
          this::send,
          new SendQuota(
              () -> new AccountQuota.Figures(14, perDay, 0),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              clock),
          TestWiring.sampleConfig(),
          clock);

  private Outcome send(MimeMail mail, Map<String, String> tags) {
    sent.add(mail.to().text());
    return answers.isEmpty() ? new Outcome.Accepted("m") : answers.removeFirst();
  }

  @Test
  void twelveRequestsAreOneMail() {
    for (int i = 0; i < 12; i++) {
      assertThat(confirm(TOPIC)).isTrue();
    }

    assertThat(sent).containsExactly("ada@press.example");
  }

  @Test
  void addressGetsOneMailInAQuarterOfAnHourAndThreeADay() {
    for (int quarters = 0; quarters < 8; quarters++) {
      confirm(TOPIC);
      clock.pass(Duration.ofMinutes(15).minusSeconds(1));
      confirm("press-briefings");
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(sent).hasSize(3);

    clock.pass(Duration.ofHours(22));
    confirm(TOPIC);
    assertThat(sent).hasSize(4);
  }

  @Test
  void suppressedAddressGetsNoMail() {
    subscribers.suppress(subscribe().id(), "bounce", clock.instant());

    assertThat(confirm(TOPIC)).isTrue();

    assertThat(sent).isEmpty();
  }

  @Test
  void subscribedAddressGetsAMailForAnotherTopicAlone() {
    subscribe();

    confirm(TOPIC);
    assertThat(sent).isEmpty();
    confirm(TOPIC, "press-briefings");
    assertThat(sent).hasSize(1);
  }

  @Test
  void refusedMailComesAgainAndTheAddressStillGetsIt() {
    answers.add(new Outcome.Refused("throttled"));

    assertThatThrownBy(() -> confirm(TOPIC)).hasMessageContaining("throttled");
    assertThat(confirm(TOPIC)).isTrue();

    assertThat(sent).hasSize(2);
  }

  @Test
  void mailThatNobodyKnowsOfIsNotRepeated() {
    answers.add(new Outcome.Unknown("no-answer"));

    assertThat(confirm(TOPIC)).isTrue();
    assertThat(confirm(TOPIC)).isTrue();

    assertThat(sent).hasSize(1);
  }

  @Test
  void daysQuotaThatIsUsedUpLeavesTheMessageForLater() {
    answers.add(new Outcome.OverQuota());
    assertThat(confirm(TOPIC)).isFalse();
    assertThat(confirm(TOPIC)).as("without asking SES again").isFalse();
    assertThat(sent).hasSize(1);

    clock.pass(Duration.ofMinutes(15));
    assertThat(confirm(TOPIC)).isTrue();
    assertThat(sent).hasSize(2);
  }

  private Subscriber subscribe() {
    var now = clock.instant();
    var subscriber = subscribers.ofAddress(ADA, Language.FR, now);
    subscribers.subscribe(subscriber, TOPIC, Language.FR, "public-form", "1", now);
    return subscriber;
  }

  private boolean confirm(String... topics) {
    return mails.confirm(
        new ConfirmationToMail(ADA.text(), List.of(topics), "fr", "1", clock.instant()));
  }
}
