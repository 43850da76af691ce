package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.CLAIMED;
import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.QueueCalls;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a mail and its campaign after each answer of SES. */
final class AnswersInDeliveryTest extends CampaignToTwo {
  @Test
  void daysQuotaThatSesRefusesByPausesTheCampaignAndFailsNothing() throws IOException {
    ses.answers.add(new Outcome.Accepted("m1"));
    ses.answers.add(new Outcome.OverQuota());

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada, bob)))).isEmpty();

    assertPaused("daily-quota");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 1L, PENDING, 1L));
    assertThat(outgoing.later()).isEmpty();
  }

  @Test
  void daysQuotaThatIsKnownToBeUsedUpAsksSesForNothing() {
    perDay = 1;
    ses.answers.add(new Outcome.Accepted("m1"));
    deliver(ada);

    deliver(bob);

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertPaused("daily-quota");
  }

  @Test
  void rateThatWasTooFastMovesTheBucketAndTriesTheSameRecipientAgain() {
    ses.answers.add(new Outcome.Throttled());

    assertThat(deliver(ada, bob)).isEmpty();

    assertThat(pace.slowedDown).containsExactly(Duration.ofSeconds(1));
    assertThat(ses.sent)
        .containsExactly("ada@press.example", "ada@press.example", "bob@press.example");
    assertThat(ses.claims).doesNotHaveDuplicates();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 2L));
  }

  @Test
  void rateThatStaysTooFastPutsTheRecipientBackAndFailsNobody() throws IOException {
    for (int i = 0; i < 5; i++) {
      ses.answers.add(new Outcome.Throttled());
    }

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(batchOf(ada)))).isEmpty();

    assertThat(outgoing.later())
        .singleElement()
        .satisfies(it -> assertThat(it).contains("PT10S", ada));
    assertThat(deliveries.state(id(ada))).isEqualTo(PENDING);
  }

  @Test
  void singleMailThatIsThrottledGoesBackToItsQueueAndFailsNoMessage() throws IOException {
    ses.answers.add(new Outcome.Throttled());
    var asked = new ConfirmationToMail("zoe@press.example", List.of(TOPIC), "fr", "1", NOW).json();

    assertThat(QueueCalls.failures(handler(), QueueCalls.batch(asked))).isEmpty();

    assertThat(outgoing.later()).containsExactly("PT10S " + asked);
  }

  @Test
  void lostAnswerIsNeverGuessed() {
    ses.answers.add(new Outcome.Unknown("timeout"));

    deliver(ada);
    deliver(ada);

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.state(id(ada))).isEqualTo(CLAIMED);
  }

  @Test
  void fiveLostAnswersInARowPauseTheCampaignAndLeaveNoSixthInDoubt() {
    var crowd = crowd(12);
    lose(12);

    deliver(crowd);

    assertThat(ses.sent).hasSize(5);
    assertPaused("ses-unreachable");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(CLAIMED, 5L, PENDING, 9L));
  }

  @Test
  void fiveLostAnswersAreFiveWhoeverSends() {
    var crowd = crowd(12);
    lose(12);

    for (var who : crowd) {
      sender().deliver(new BatchToSend("c1", "0", List.of(who)), UNTIL);
    }

    assertThat(ses.sent).hasSize(5);
    assertPaused("ses-unreachable");
  }

  @Test
  void successTakesBackWhatItsSenderCountedAndAResumptionWhatAllDid() {
    var crowd = List.of(crowd(12));
    lose(4);
    deliver(crowd.get(0), crowd.get(1), crowd.get(2), crowd.get(3), crowd.get(4));
    lose(4);
    sender().deliver(new BatchToSend("c1", "0", crowd.subList(5, 9)), UNTIL);
    assertThat(ses.sent).as("four, a success, four").hasSize(9);
    assertThat(campaigns.find("c1").orElseThrow().state()).isEqualTo("sending");

    campaigns.move(campaigns.find("c1").orElseThrow(), "paused", "editor", NOW);
    campaigns.move(campaigns.find("c1").orElseThrow(), "sending", "", NOW);
    lose(1);
    sender().deliver(new BatchToSend("c1", "0", crowd.subList(9, 10)), UNTIL);

    assertThat(campaigns.find("c1").orElseThrow().state()).isEqualTo("sending");
  }

  private void lose(int answers) {
    for (int i = 0; i < answers; i++) {
      ses.answers.add(new Outcome.Unknown("timeout"));
    }
  }

  @Test
  void mailThatNeverLeftFreesItsClaimHoweverOftenAndTwentyPauseTheCampaign() {
    for (int round = 0; round < 10; round++) {
      ses.answers.add(new Outcome.NeverSent("refused"));
      ses.answers.add(new Outcome.NeverSent("refused"));
      assertThat(deliver(ada, bob)).containsExactly(ada, bob);
    }

    assertPaused("too-many-failures");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PENDING, 2L));
  }

  @Test
  void refusalOfTheSenderPausesTheCampaignAndIsNobodysFault() {
    ses.answers.add(new Outcome.SenderRefused("MessageRejected"));

    deliver(ada, bob);

    assertPaused("sender-config");
    assertThat(ses.sent).hasSize(1);
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(PENDING, 2L));
  }

  @Test
  void rejectedAddressKeepsNobodyElse() {
    ses.answers.add(new Outcome.Rejected("malformed"));

    deliver(ada, bob);

    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(FAILED, 1L, SENT, 1L));
  }

  @Test
  void claimEndsTheCountOfWhoFailedAlone() {
    for (int round = 0; round < 8; round++) {
      ses.answers.add(new Outcome.NeverSent("refused"));
      assertThat(deliver(ada)).containsExactly(ada);
    }

    assertThat(deliver(ada)).isEmpty();
    assertThat(deliveries.state(id(ada))).isEqualTo(SENT);
  }
}
