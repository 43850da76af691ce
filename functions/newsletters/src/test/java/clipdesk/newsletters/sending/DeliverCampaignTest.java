package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each newsletter once, whatever is repeated and whatever fails. */
final class DeliverCampaignTest extends CampaignToTwo {
  @Test
  void messageThatComesTwiceSendsOnce() {
    deliver(ada, bob);
    deliver(ada, bob);

    assertThat(ses.sent).containsExactly("ada@press.example", "bob@press.example");
  }

  /** A message that nobody of ours wrote. */
  @Test
  void tenThousandStrangersInOneMessageGetNoMailAndHoldNobodyUp() {
    var strangers = IntStream.range(0, 10_000).mapToObj(it -> "stranger-" + it);

    deliver(Stream.concat(strangers, Stream.of(ada)).toArray(String[]::new));

    assertThat(ses.sent).containsExactly("ada@press.example");
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SENT, 1L, PENDING, 1L));
  }

  @Test
  void exampleEventIsABatchThatTheHandlerDelivers() throws IOException {
    var event = ExampleEvents.text("newsletter-batch-queued.json").replace("s1", ada);

    assertThat(QueueCalls.failures(handler(), event)).isEmpty();

    assertThat(ses.sent).containsExactly("ada@press.example");
  }

  @Test
  void everyMailCanBeLeftWithOneClick() {
    deliver(ada);

    assertThat(ses.mails.getFirst())
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        .contains("List-Unsubscribe: <https://api.clipdesk.example/v1/u/u1.");
  }

  @Test
  void whoLeftMeanwhileIsSkipped() {
    subscribers.unsubscribe(ada, TOPIC, "one-click", NOW);
    subscribers.suppress(bob, "bounce", NOW);

    deliver(ada, bob);

    assertThat(ses.sent).isEmpty();
    assertThat(deliveries.counts("c1")).isEqualTo(Map.of(SKIPPED, 2L));
  }

  @Test
  void mailThatCannotBeMadeFailsBeforeAnyClaimAndKeepsNobodyElse() {
    unwritable = "ada@press.example";

    deliver(ada, bob);

    assertThat(ses.sent).containsExactly("bob@press.example");
    assertThat(deliveries.state(id(ada))).isEqualTo(FAILED);
  }

  @Test
  void whoMakesASenderFailThreeTimesByThemselvesIsGivenUp() {
    for (int kill = 0; kill < 3; kill++) {
      pace.meanwhile =
          () -> {
            throw new IllegalStateException("Killed");
          };
      assertThatThrownBy(() -> deliver(ada)).hasMessage("Killed");
      assertThat(deliveries.state(id(ada))).isEqualTo(PENDING);
    }

    deliver(ada);

    assertThat(deliveries.state(id(ada))).isEqualTo(FAILED);
    assertThat(deliveries.state(id(bob))).isEqualTo(PENDING);
  }

  @Test
  void senderSaysHowManyRowsItWasDoneWith() {
    ses.answers.add(new Mailer.Outcome.NeverSent("refused"));
    ses.answers.add(new Mailer.Outcome.Rejected("rejected"));
    deliver(ada, bob);
    assertThat(counts.done("c1")).as("one goes back").isEqualTo(1);

    deliver(ada, bob);
    deliver(ada, bob);

    assertThat(counts.done("c1")).as("and none twice").isEqualTo(2);
  }
}
