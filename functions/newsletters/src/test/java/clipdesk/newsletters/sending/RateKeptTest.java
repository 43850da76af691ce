package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders are as fast as the account, and no mail costs more than its own reads. */
final class RateKeptTest {
  /** In a simulated minute; SES answers in 80 to 300 ms. */
  @ParameterizedTest
  @ValueSource(ints = {14, 50})
  void sendersKeepTheRateWithoutOneThrottlingAnswer(int mailsPerSecond) {
    var kept = RateKept.of(mailsPerSecond);

    assertThat(kept.kept()).isBetween(0.95, 0.98);
    assertThat(kept.throttled()).isZero();
    assertThat(kept.everybodySent()).isTrue();
  }

  /** Five senders take 1.8 s at 14 a second, and 5 s at one, if each takes what it can get. */
  @ParameterizedTest
  @CsvSource({"1, 2100", "14, 1500"})
  void singleMailWaitsForASecondOfCampaignsAndTheRateIsKept(int mailsPerSecond, int mostMillis) {
    var kept = RateKept.withSingleMails(mailsPerSecond, /* senders= */ 5);

    assertThat(kept.longestOfSingles()).isLessThan(Duration.ofMillis(mostMillis));
    assertThat(kept.kept()).isBetween(0.95, 0.98);
    assertThat(kept.throttled()).isZero();
    assertThat(kept.everybodySent()).isTrue();
  }

  /** With no more than the template's least; each has five under way. */
  @Test
  void twoSendersKeepTheRateOfANewAccount() {
    var kept = RateKept.withSingleMails(14, /* senders= */ 2);

    assertThat(kept.kept()).isBetween(0.95, 0.98);
    assertThat(kept.throttled()).isZero();
    assertThat(kept.everybodySent()).isTrue();
  }

  /** Their slots come too late, and would else be used in bursts. */
  @Test
  void sendersThatAreTooFewDoNotSendInBursts() {
    assertThat(RateKept.withSingleMails(50, /* senders= */ 3).throttled()).isZero();
  }

  /** One under way for each sender at this rate, and those are in doubt whoever counts. */
  @Test
  void outageLeavesFiveInDoubtAndWhatTheOtherSendersHaveUnderWay() {
    var outage = RateKept.inAnOutage(1, /* senders= */ 5, Duration.ofSeconds(10));

    assertThat(outage.inDoubt()).isBetween(5L, 9L);
    assertThat(outage.paused()).contains("ses-unreachable");
  }

  @Test
  void messageReadsItsCampaignAndItsLettersOnceAndEachPersonOnce() {
    var ports = StartedCampaign.ports();
    var people = IntStream.range(0, 25).mapToObj(it -> StartedCampaign.reader(ports, it)).toList();
    people.forEach(
        it -> ports.deliveries().plan(new DeliveryId(SimulatedWorld.ID, it), Fate.START));
    var calls = new TreeMap<String, Integer>();
    var pace = new RecordedPace(Fate.START);
    var deliveries = counted(calls, Deliveries.class, ports.deliveries());
    var live = new LiveCampaigns(counted(calls, Campaigns.class, ports.campaigns()), pace);
    var quota = StartedCampaign.quota(50, pace);
    var mail =
        new DeliverMail(
            live,
            deliveries,
            new TakeWord(deliveries, ports.counts()),
            counted(calls, Subscribers.class, ports.subscribers()),
            (_, _, _, _) -> new byte[0],
            (to, _, _) -> new Mailer.Outcome.Accepted(to.text()),
            pace,
            quota,
            new Breaker(new InMemorySetbacks()),
            pace);

    new DeliverCampaign(live, deliveries, mail, ports.counts(), pace, quota, new InTurn())
        .deliver(new BatchToSend(SimulatedWorld.ID, "0", people), Fate.START.plusSeconds(35));

    assertThat(calls)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Campaigns.expect", 1,
                "Campaigns.letters", 1,
                "Deliveries.read", 1,
                "Deliveries.claim", 25,
                "Deliveries.accepted", 25,
                "Subscribers.find", 25));
  }

  private static <T> T counted(Map<String, Integer> calls, Class<T> port, T inner) {
    return SlowPort.of(
        port, inner, name -> calls.merge(port.getSimpleName() + "." + name, 1, Integer::sum));
  }
}
