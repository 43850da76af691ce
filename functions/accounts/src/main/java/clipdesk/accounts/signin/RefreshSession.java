package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.ReusedTokenException;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.sessions.EndSession;
import clipdesk.accounts.sessions.Session;
import clipdesk.accounts.sessions.Sessions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Gives the next tokens to whoever holds a session that nobody has ended. */
@Singleton
final class RefreshSession {
  private final Sessions sessions;
  private final SignIns signIns;
  private final Profiles profiles;
  private final EndSession endSession;
  private final AuditLog audit;
  private final InstantSource clock;

  RefreshSession(
      Sessions sessions,
      SignIns signIns,
      Profiles profiles,
      EndSession endSession,
      AuditLog audit,
      InstantSource clock) {
    this.sessions = sessions;
    this.signIns = signIns;
    this.profiles = profiles;
    this.endSession = endSession;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty if there is no such session any more; whatever is left of it is ended then. */
  Optional<OpenSession> refresh(HeldSession held) {
    var session = sessions.find(held.id());
    if (session.isEmpty()) {
      // Ended by its owner from elsewhere, without the token that Cognito would end it by.
      signIns.revoke(held.refreshToken().text());
      return Optional.empty();
    }
    audit.namesAccount(session.get().sub());
    var tokens = tokens(held);
    var open = tokens.flatMap(it -> counting(session.get(), it));
    if (open.isEmpty()) {
      endSession.of(session.get());
      signIns.revoke(tokens.map(Tokens::refreshToken).orElse(held.refreshToken()).text());
    }
    return open;
  }

  private Optional<Tokens> tokens(HeldSession held) {
    try {
      return signIns.refresh(held.refreshToken().text());
    } catch (ReusedTokenException e) {
      return Optional.empty();
    }
  }

  /** What Cognito gave counts only for an account and a session that are still there. */
  private Optional<OpenSession> counting(Session session, Tokens tokens) {
    var now = clock.instant();
    return profiles
        .find(session.sub())
        .filter(Profile::active)
        .filter(profile -> session.counts(now, profile.validAfter()))
        .filter(_ -> sessions.used(session.id(), tokens.tokenFamily(), now))
        .map(profile -> new OpenSession(session.id(), tokens, profile));
  }
}
