package clipdesk.accounts.profile;

import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Whether a token still counts: the gateway takes one until it expires, we refuse it as soon as its
 * account is being deleted or its sessions were ended.
 */
@Singleton
public final class ActiveAccounts {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Profiles profiles;
  private final InstantSource clock;

  ActiveAccounts(Profiles profiles, InstantSource clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code unauthenticated}
   */
  public Profile require(Caller caller) {
    return profiles
        .find(caller.accountId())
        .filter(Profile::active)
        .filter(profile -> !caller.authenticatedAt().isBefore(profile.validAfter()))
        .orElseThrow(CallerReader::unauthenticated);
  }

  /**
   * For what cannot be undone: the password must have been typed within five minutes.
   *
   * @throws ProblemException {@code reauthentication-required}
   */
  public Profile requireFresh(Caller caller) {
    var profile = require(caller);
    if (caller.authenticatedAt().plus(FRESH).isBefore(clock.instant())) {
      throw new ProblemException(ProblemType.REAUTHENTICATION_REQUIRED, "Sign in again first")
          .with("maxAgeSeconds", FRESH.toSeconds());
    }
    return profile;
  }
}
