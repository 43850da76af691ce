package clipdesk.accounts.sessions;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends the session that a browser holds. */
@Singleton
public final class SignOut {
  private final Sessions sessions;
  private final SignIns signIns;
  private final EndSession endSession;
  private final AuditLog audit;

  SignOut(Sessions sessions, SignIns signIns, EndSession endSession, AuditLog audit) {
    this.sessions = sessions;
    this.signIns = signIns;
    this.endSession = endSession;
    this.audit = audit;
  }

  /** For whoever holds it. */
  public void of(SessionCookie cookie) {
    var session = sessions.find(cookie.id());
    session.ifPresent(it -> audit.namesAccount(it.sub()));
    end(cookie, session);
  }

  /**
   * For whoever signs in where it is held, who may be another person.
   *
   * @return whether it was still open
   */
  public boolean before(SessionCookie cookie) {
    var session = sessions.find(cookie.id());
    end(cookie, session);
    return session.isPresent();
  }

  /** Either half ends it, so one that fails must not keep the other from its work. */
  private void end(SessionCookie cookie, Optional<Session> session) {
    try {
      session.ifPresent(endSession::of);
    } finally {
      signIns.revoke(cookie.refreshToken().text());
    }
  }
}
