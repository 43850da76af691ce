package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.KnownSecrets;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.contracts.newsletters.NewsletterOffer;
import clipdesk.newsletters.TestWiring;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OffersTest {
  private static final String ADA = "ada@press.example";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemoryEndedSessions endedSessions = new InMemoryEndedSessions(clock);
  private final Secrets secrets = new Secrets(new KnownSecrets());
  private final Offers offers =
      new Offers(secrets, TestWiring.sampleConfig(), clock, endedSessions);

  @Test
  void offerIsGoodForAnHour() {
    var offer = offer();
    clock.pass(Duration.ofHours(1).minusSeconds(1));
    assertThat(offers.open(offer)).isEqualTo(new Offers.Offer("sub-1", new EmailAddress(ADA)));

    clock.pass(Duration.ofSeconds(1));
    assertExpired(offer);
  }

  @Test
  void offerOfADeletedAccountIsNoGood() {
    var offer = offer();
    clock.pass(Duration.ofMinutes(1));
    endedSessions.accountDeleted("sub-1");

    clock.pass(Duration.ofMinutes(58));
    assertExpired(offer);
  }

  @Test
  void signingOutTakesNoOfferAway() {
    var offer = offer();
    endedSessions.sessionsEnded("sub-1", clock.instant());

    assertThat(offers.open(offer).email()).isEqualTo(new EmailAddress(ADA));
  }

  @Test
  void offerThatIsNotOursIsNoGood() {
    var offer = offer();

    assertExpired(offer.substring(0, offer.length() - 1) + "_");
    assertExpired("o1.e30.x");
    assertExpired("rubbish");
  }

  @Test
  void offerForWhatIsNoAddressIsNoGood() {
    assertExpired(offer("Ada <ada@press.example>"));
  }

  /** As the accounts context signs it. */
  private String offer() {
    return offer(ADA);
  }

  private String offer(String email) {
    var now = clock.instant();
    byte[] key = secrets.key(TestWiring.sampleConfig().offerKeyArn());
    return new NewsletterOffer("sub-1", email, now, now.plus(Duration.ofHours(1)), "offer-1")
        .token(text -> HmacSha256.of(key, text));
  }

  private void assertExpired(String offer) {
    assertThatThrownBy(() -> offers.open(offer))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.LINK_EXPIRED));
  }
}
