package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.OfReaders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Takes the offer that accounts made to somebody whose address was proven a moment ago. */
@OfReaders
@Singleton
final class TakeOffer {
  private final Offers offers;
  private final Subscribers subscribers;
  private final Topics topics;
  private final InstantSource clock;

  TakeOffer(Offers offers, Subscribers subscribers, Topics topics, InstantSource clock) {
    this.offers = offers;
    this.subscribers = subscribers;
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * @param version of the consent text that was shown
   * @throws clipdesk.common.problem.ProblemException {@code validation}, {@code terms-outdated}
   */
  Subscriber take(Offers.Offer offer, List<String> asked, Language language, String version) {
    topics.require(asked, version);
    var now = clock.instant();
    var subscriber = subscribers.ofAddress(offer.email(), language, now);
    subscribers.linkAccount(offer.accountId(), subscriber.id());
    var consent =
        Consent.granted("verification-offer", asked, language, now).provenBy("verification");
    subscribers.apply(subscriber.id(), topics.shown(consent, version));
    return subscriber;
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code link-expired}
   */
  Offers.Offer open(String token) {
    return offers.open(token);
  }
}
