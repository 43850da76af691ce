package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail of one's own: what SES may answer, and how long it may wait for its slot. */
final class AnswersToSingleMailsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Duration TIME = Duration.ofSeconds(35);
  private static final String ADA = "ada@press.example";
  private static final TestToMail TEST =
      new TestToMail("c1", 1, List.of("en", "fr", "uk"), ADA, "a");

  private final List<Outcome> answers = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final RecordedPace pace = new RecordedPace(NOW);
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(subscribers));
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
      SingleMailWorld.confirmations(subscribers, new InMemoryMailboxes(subscribers), single);
  private final TestMails tests = SingleMailWorld.tests(campaigns, single);

  private Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
    sent.add(to.text());
    return answers.isEmpty() ? new Outcome.Accepted("m") : answers.removeFirst();
  }

  private Mailed confirm(String email) {
    return mails.confirm(
        new ConfirmationToMail(email, List.of("announcements"), "fr", "1", NOW), until());
  }

  private Mailed test() {
    return tests.send(TEST, until());
  }

  private Instant until() {
    return pace.instant().plus(TIME);
  }

  private void draftIsThere() {
    var words = Map.of("subject", "S", "bodyMarkdown", "B");
    campaigns.untested("c1", "announcements", Map.of("fr", words, "en", words, "uk", words), NOW);
  }

  private boolean isTested() {
    return campaigns.find("c1").orElseThrow().testedRevision() == 1;
  }

  @Test
  void mailThatSesTakesIsDone() {
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(Mailed.DONE.again()).isEmpty();
  }

  @Test
  void mailThatNobodyKnowsOfIsNotRepeated() {
    answers.add(new Outcome.Unknown("no-answer"));

    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);

    assertThat(sent).hasSize(1);
  }

  @Test
  void addressThatSesNeverTakesEndsTheMessageAndNoLogTellsIt() throws IOException {
    answers.add(new Outcome.Rejected("invalid-address"));

    var log = StandardOutput.of(() -> assertThat(confirm(ADA)).isEqualTo(Mailed.REFUSED));

    assertThat(log).contains("no confirm", "invalid-address").doesNotContain("ada", "press");
    assertThat(Mailed.REFUSED.again()).isEmpty();
  }

  @Test
  void testThatSesDoesNotTakeIsNoTestOfTheRevision() {
    draftIsThere();
    answers.add(new Outcome.Accepted("m"));
    answers.add(new Outcome.Rejected("rejected"));

    assertThat(test()).isEqualTo(Mailed.REFUSED);
    assertThat(isTested()).isFalse();
  }

  @Test
  void throttledMailSlowsEverybodyAndComesAgainSoon() {
    answers.add(new Outcome.Throttled());

    assertThat(confirm(ADA)).isEqualTo(Mailed.SOON);
    assertThat(pace.slowedDown).containsExactly(Duration.ofSeconds(1));
    assertThat(Mailed.SOON.again()).contains(Duration.ofSeconds(10));
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(2);
  }

  @Test
  void daysQuotaThatIsUsedUpLeavesTheMessageForLater() {
    answers.add(new Outcome.OverQuota());
    assertThat(confirm(ADA)).isEqualTo(Mailed.NOT_TODAY);
    assertThat(confirm(ADA)).as("without asking SES again").isEqualTo(Mailed.NOT_TODAY);
    assertThat(sent).hasSize(1);
    assertThat(Mailed.NOT_TODAY.again()).contains(Duration.ofMinutes(15));

    pace.pass(Duration.ofMinutes(15));
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(2);
  }

  @Test
  void mailThatNeverLeftIsForTheQueueToRepeat() {
    answers.add(new Outcome.NeverSent("refused"));

    assertThatThrownBy(() -> confirm(ADA)).hasMessageContaining("NeverSent");
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(2);
  }

  @Test
  void refusedSenderIsForAPersonToMend() {
    answers.add(new Outcome.SenderRefused("AccessDenied"));

    assertThatThrownBy(() -> confirm(ADA)).hasMessageContaining("SenderRefused");
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 14})
  void crowdBehindOthersGetsItsMailsAndNobodyWaitsBeyondTheirFunction(double mailsPerSecond) {
    pace.rate(mailsPerSecond);
    int others = Math.toIntExact(Math.round(60 * mailsPerSecond));
    pace.ask(others, pace.instant(), Pace.HOWEVER_FAR);
    var crowd =
        new ArrayDeque<>(IntStream.range(0, 100).mapToObj(it -> it + "@press.example").toList());

    while (!crowd.isEmpty()) {
      var who = crowd.removeFirst();
      var begun = pace.instant();
      var mailed = confirm(who);
      assertThat(pace.instant()).isBeforeOrEqualTo(begun.plus(TIME));
      if (mailed == Mailed.SOON) {
        crowd.add(who);
        pace.pass(Duration.ofSeconds(10));
      }
    }

    assertThat(sent).hasSize(100).doesNotHaveDuplicates();
    assertThat(pace.taken).as("no slot is lost").isEqualTo(others + 100);
  }

  @Test
  void slotBehindTheFunctionsEndIsNotTakenAndNothingIsNoted() {
    pace.rate(1);
    pace.ask(36, pace.instant(), Pace.HOWEVER_FAR);

    assertThat(confirm(ADA)).isEqualTo(Mailed.SOON);
    assertThat(pace.taken).as("those of others").isEqualTo(36);
    assertThat(pace.instant()).isEqualTo(NOW);

    pace.pass(Duration.ofSeconds(10));
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).containsExactly(ADA);
  }

  @Test
  void languageOfATestWithoutASlotIsMailedLaterAndOnlyThenTheRevisionIsTested() {
    draftIsThere();
    pace.rate(0.05);

    assertThat(test()).isEqualTo(Mailed.SOON);
    assertThat(sent).hasSize(2);
    assertThat(isTested()).isFalse();

    pace.pass(Duration.ofSeconds(10));
    assertThat(test()).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(3);
    assertThat(pace.taken).as("languages that went cost no other slot").isEqualTo(3);
    assertThat(isTested()).isTrue();
  }

  @Test
  void whoEndsWhileWaitingHasNotedNothing() {
    pace.meanwhile =
        () -> {
          throw new IllegalStateException("killed");
        };

    assertThatThrownBy(() -> confirm(ADA)).hasMessage("killed");
    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(1);
  }

  @Test
  void messageThatComesTwiceAtOnceMailsOnce() {
    pace.meanwhile = () -> confirm(ADA);

    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(sent).hasSize(1);
  }

  @Test
  void slotThatWasMissedIsGivenUp() {
    pace.meanwhile = () -> pace.pass(Duration.ofMillis(251));

    assertThat(confirm(ADA)).isEqualTo(Mailed.DONE);
    assertThat(pace.taken).as("its own, and another").isEqualTo(2);
    assertThat(sent).hasSize(1);
  }
}
