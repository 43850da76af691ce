package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.EndedSessions;
import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Offers that the accounts context signs when an address was proven; good for an hour. */
@Singleton
final class Offers {
  private final Keyed keyed;
  private final InstantSource clock;
  private final EndedSessions endedSessions;

  Offers(
      Secrets secrets, NewslettersConfig config, InstantSource clock, EndedSessions endedSessions) {
    this.keyed = new Keyed(() -> secrets.key(config.offerKeyArn()));
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
    int dot = token.lastIndexOf('.');
    if (dot < 0 || !genuine(token, dot)) {
      throw expired();
    }
    try {
      var payload = token.substring(token.indexOf('.') + 1, dot);
      Map<String, Object> claims =
          Json.object(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
      if (clock.instant().getEpochSecond() >= ((Number) claims.get("exp")).longValue()) {
        throw expired();
      }
      return new Offer((String) claims.get("sub"), new EmailAddress((String) claims.get("email")));
    } catch (IllegalArgumentException | MalformedJsonException e) {
      throw expired();
    }
  }

  private boolean genuine(String token, int dot) {
    return MessageDigest.isEqual(
        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
        keyed.full(token.substring(0, dot)).getBytes(StandardCharsets.UTF_8));
  }

  private static ProblemException expired() {
    return new ProblemException(ProblemType.LINK_EXPIRED, "The offer is no longer valid");
  }
}
