package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.contracts.newsletters.NewsletterOffer;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfReaders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Offers that the accounts context signs when an address was proven; good for an hour. */
@OfReaders
@Singleton
final class Offers {
  private final Secrets secrets;
  private final NewslettersConfig config;
  private final InstantSource clock;
  private final EndedSessions endedSessions;

  Offers(
      Secrets secrets, NewslettersConfig config, InstantSource clock, EndedSessions endedSessions) {
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
    this.endedSessions = endedSessions;
  }

  /** Whose address was proven. */
  record Offer(String accountId, EmailAddress email) {}

  /**
   * @throws ProblemException {@code link-expired} if it is too old or not signed by us, or its
   *     account was deleted meanwhile
   */
  Offer open(String token) {
    var offer = read(token);
    if (endedSessions.ended(holder(offer))) {
      throw expired();
    }
    return offer;
  }

  /** As if signed in at this moment: only a deletion ends that. */
  private Caller holder(Offer offer) {
    return new Caller(
        offer.accountId(), Set.of(), clock.instant(), Optional.empty(), Optional.empty());
  }

  private Offer read(String token) {
    try {
      var offer =
          NewsletterOffer.read(token, this::mac)
              .filter(it -> clock.instant().isBefore(it.expiresAt()))
              .orElseThrow(Offers::expired);
      return new Offer(offer.accountId(), new EmailAddress(offer.email()));
    } catch (IllegalArgumentException | UnreadableException e) {
      throw expired();
    }
  }

  private byte[] mac(byte[] text) {
    return HmacSha256.of(secrets.key(config.offerKeyArn()), text);
  }

  private static ProblemException expired() {
    return new ProblemException(ProblemType.LINK_EXPIRED, "The offer is no longer valid");
  }
}
