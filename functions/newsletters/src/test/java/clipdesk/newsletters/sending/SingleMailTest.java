package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Who gets a mail of their own, and how often. */
final class SingleMailTest {
  private static final EmailAddress ADA = new EmailAddress("ada@press.example");
  private static final String TOPIC = "announcements";

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(subscribers));
  private final List<Outcome> answers = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final RecordedPace pace = new RecordedPace(Instant.parse("2026-02-12T15:00:00Z"));
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes(subscribers);
  private final SingleMail single =
      SingleMailWorld.single(
          this::send,
          new SendQuota(
              () -> new AccountQuota.Figures(14, /* mailsPerDay= */ -1, 0),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              pace),
          pace);
  private final ConfirmationMails mails =
      SingleMailWorld.confirmations(subscribers, mailboxes, single);
  private final ErasureMails erasures = SingleMailWorld.erasures(subscribers, single, pace);
  private final TestMails tests = SingleMailWorld.tests(campaigns, single);

  private Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
    sent.add(to.text());
    texts.add(new String(mail, StandardCharsets.US_ASCII).replace("=\r\n", ""));
    return answers.isEmpty() ? new Outcome.Accepted("m") : answers.removeFirst();
  }

  @Test
  void mailTakesASlotOfTheRateOfAll() {
    confirm(TOPIC);

    assertThat(pace.taken).isEqualTo(1);
  }

  @Test
  void testOfOneLanguageThreeTimesIsNoTestOfTheRevision() {
    var words = Map.of("subject", "S", "bodyMarkdown", "B");
    campaigns.untested("c2", TOPIC, Map.of("fr", words, "en", words, "uk", words), pace.instant());

    test(new TestToMail("c2", 1, List.of("en", "en", "en"), ADA.text(), "a"));

    assertThat(sent).hasSize(1);
    assertThat(campaigns.find("c2").orElseThrow().testedRevision()).isZero();
    test(new TestToMail("c2", 1, List.of("en", "fr", "uk"), ADA.text(), "b"));
    assertThat(campaigns.find("c2").orElseThrow().testedRevision()).isEqualTo(1);
  }

  @Test
  void testThatIsDeliveredTwiceMailsOnce() {
    var words = Map.of("subject", "S", "bodyMarkdown", "B");
    campaigns.untested("c2", TOPIC, Map.of("fr", words, "en", words, "uk", words), pace.instant());
    var message = new TestToMail("c2", 1, List.of("en", "fr", "uk"), ADA.text(), "a");
    answers.add(new Outcome.Accepted("m-1"));
    answers.add(new Outcome.NeverSent("refused"));

    assertThatThrownBy(() -> test(message)).isInstanceOf(IllegalStateException.class);
    assertThat(campaigns.find("c2").orElseThrow().testedRevision()).isZero();
    assertThat(test(message)).isEqualTo(Mailed.DONE);
    assertThat(test(message)).isEqualTo(Mailed.DONE);

    assertThat(sent).as("one of them not taken at first").hasSize(4);
    assertThat(campaigns.find("c2").orElseThrow().testedRevision()).isEqualTo(1);
    test(new TestToMail("c2", 1, List.of("en"), ADA.text(), "another act"));
    assertThat(sent).hasSize(5);
  }

  /** As it will be, but for the mark; and nobody leaves a list by its links. */
  @Test
  void testHasTheHeadersOfTheListAndLinksOfNobody() {
    var words = Map.of("subject", "S", "bodyMarkdown", "B");
    campaigns.untested("c2", TOPIC, Map.of("fr", words, "en", words, "uk", words), pace.instant());

    test(new TestToMail("c2", 1, List.of("en"), ADA.text(), "a"));

    assertThat(texts.getFirst())
        .contains("Subject: [TEST] S\r\n", "X-Clipdesk-Campaign: c2\r\n", "List-Id: \"")
        .containsOnlyOnce("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
        .containsOnlyOnce(
            "List-Unsubscribe: <https://api.clipdesk.example/v1/u/"
                + "u1.k1.00000000-0000-0000-0000-000000000000.c2.announcements.")
        .containsPattern(
            "\r\nList-Unsubscribe: <https://\\S+/v1/u/(u1\\.\\S{22,})>,"
                + " <mailto:unsubscribe@in\\.clipdesk\\.example\\?subject=\\1>\r\n");
  }

  @Test
  void confirmationNamesTheTopicsThePortalAndTheMoment() {
    confirm(TOPIC, "press-briefings");

    assertThat(decoded(texts.getFirst()))
        .contains("Council", "Annonces, Points de presse", "12 février 2026 à 15:00 UTC")
        .contains("/v1/subscriptions/confirmations/")
        .doesNotContain("<b>");
  }

  private static String decoded(String mail) {
    try {
      var message =
          new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
      return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twelveRequestsAreOneMail() {
    for (int i = 0; i < 12; i++) {
      assertThat(confirm(TOPIC)).isEqualTo(Mailed.DONE);
    }

    assertThat(sent).containsExactly("ada@press.example");
  }

  @Test
  void addressGetsOneMailInAQuarterOfAnHourAndThreeADay() {
    for (int quarters = 0; quarters < 8; quarters++) {
      confirm(TOPIC);
      pace.pass(Duration.ofMinutes(15).minusSeconds(1));
      confirm("press-briefings");
      pace.pass(Duration.ofSeconds(1));
    }
    assertThat(sent).hasSize(3);

    pace.pass(Duration.ofHours(22));
    confirm(TOPIC);
    assertThat(sent).hasSize(4);
  }

  @Test
  void suppressedAddressGetsNoMail() {
    subscribers.suppress(subscribe().id(), "bounce", pace.instant());

    assertThat(confirm(TOPIC)).isEqualTo(Mailed.DONE);

    assertThat(sent).isEmpty();
  }

  @Test
  void subscribedAddressGetsAMailForAnotherTopicAlone() {
    subscribe();

    confirm(TOPIC, "press-briefings");

    assertThat(texts).singleElement().asString().contains("/v1/subscriptions/confirmations/");
  }

  @Test
  void subscribedAddressIsToldOnceADayWhereToChangeIt() {
    subscribe();

    confirm(TOPIC);
    pace.pass(Duration.ofHours(24).minusSeconds(1));
    confirm(TOPIC);
    assertThat(texts).singleElement().asString().contains("/v1/p/u1.k1.");

    pace.pass(Duration.ofSeconds(1));
    confirm(TOPIC);
    assertThat(sent).hasSize(2);
  }

  @Test
  void linkToBeForgottenGoesToTheAddressAndNotToWhoAsked() {
    var who = subscribe();

    assertThat(erase(who.id())).isEqualTo(Mailed.DONE);
    assertThat(erase(who.id())).isEqualTo(Mailed.DONE);
    assertThat(erase("nobody")).isEqualTo(Mailed.DONE);

    assertThat(sent).as("as often as any confirmation").containsExactly(ADA.text());
    assertThat(texts.getFirst()).contains("/v1/p/e1.k1." + who.id());
  }

  @Test
  void whoJustGotAConfirmationGetsTheLinkToBeForgottenAsWell() {
    var who = subscribe();
    confirm("press-briefings");

    erase(who.id());
    erase(who.id());
    confirm("press-briefings");

    assertThat(texts).hasSize(2);
    assertThat(texts.getFirst()).contains("/v1/subscriptions/confirmations/");
    assertThat(texts.getLast()).contains("/v1/p/e1.k1.");
  }

  /** What the page says is true of each time: a link is on its way, or there and good. */
  @Test
  void linkToBeForgottenGoesOnceInAQuarterOfAnHourAndThriceADay() {
    var who = subscribe();
    for (int quarters = 0; quarters < 8; quarters++) {
      erase(who.id());
      pace.pass(Duration.ofMinutes(15).minusSeconds(1));
      erase(who.id());
      pace.pass(Duration.ofSeconds(1));
    }
    assertThat(sent).hasSize(3);

    pace.pass(Duration.ofHours(22));
    erase(who.id());
    assertThat(sent).hasSize(4);
  }

  private Subscriber subscribe() {
    var now = pace.instant();
    var subscriber = subscribers.ofAddress(ADA, Language.FR, now);
    subscribers.subscribe(subscriber, TOPIC, Language.FR, "public-form", "1", now);
    return subscriber;
  }

  /** As the first messages of all were: what a stranger has is not all that was asked for. */
  @Test
  void strangerWhoAskedForNoTopicGetsAConfirmation() {
    assertThat(confirm()).isEqualTo(Mailed.DONE);

    assertThat(texts).singleElement().asString().contains("/v1/subscriptions/confirmations/");
  }

  private Mailed confirm(String... topics) {
    return mails.confirm(
        new ConfirmationToMail(ADA.text(), List.of(topics), "fr", "1", pace.instant()), until());
  }

  private Mailed erase(String who) {
    return erasures.send(new ErasureToMail(who, pace.instant()), until());
  }

  private Mailed test(TestToMail message) {
    return tests.send(message, until());
  }

  private Instant until() {
    return pace.instant().plusSeconds(35);
  }
}
