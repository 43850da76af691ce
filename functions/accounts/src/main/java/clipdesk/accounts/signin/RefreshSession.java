package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.ReusedTokenException;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.sessions.EndSession;
import clipdesk.accounts.sessions.Session;
import clipdesk.accounts.sessions.SessionCookie;
import clipdesk.accounts.sessions.Sessions;
import clipdesk.common.identity.Secret;
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
  Optional<OpenSession> refresh(SessionCookie cookie) {
    var session = sessions.find(cookie.id());
    if (session.isEmpty()) {
      // Ended by its owner from elsewhere, without the token that Cognito would end it by.
      signIns.revoke(cookie.refreshToken().text());
      return Optional.empty();
    }
    audit.namesAccount(session.get().sub());
    // Before Cognito is asked: a token that it has given for nothing would look like a theft.
    var profile = profile(session.get());
    var tokens = profile.flatMap(_ -> tokens(cookie));
    var open = tokens.filter(it -> used(session.get(), it));
    if (open.isEmpty()) {
      end(session.get(), tokens.map(Tokens::refreshToken).orElse(cookie.refreshToken()));
    }
    return open.map(it -> new OpenSession(cookie.id(), it, profile.orElseThrow()));
  }

  /** Of an account and a session that are still there. */
  private Optional<Profile> profile(Session session) {
    return profiles
        .find(session.sub())
        .filter(Profile::active)
        .filter(it -> session.counts(clock.instant(), it.validAfter()));
  }

  private boolean used(Session session, Tokens tokens) {
    return sessions.used(session.id(), tokens.tokenFamily(), clock.instant());
  }

  private void end(Session session, Secret refreshToken) {
    try {
      endSession.of(session);
    } finally {
      signIns.revoke(refreshToken.text());
    }
  }

  private Optional<Tokens> tokens(SessionCookie cookie) {
    try {
      return signIns.refresh(cookie.refreshToken().text());
    } catch (ReusedTokenException e) {
      return Optional.empty();
    }
  }
}
