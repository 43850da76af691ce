package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.sessions.EndSession;
import clipdesk.accounts.sessions.Session;
import clipdesk.accounts.sessions.Sessions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends the session that a browser holds. */
@Singleton
final class SignOut {
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
  void of(HeldSession held) {
    var session = sessions.find(held.id());
    session.ifPresent(it -> audit.namesAccount(it.sub()));
    end(held, session);
  }

  /**
   * For whoever signs in where it is held, who may be another person.
   *
   * @return whether it was still open
   */
  boolean before(HeldSession held) {
    var session = sessions.find(held.id());
    end(held, session);
    return session.isPresent();
  }

  /** Either half ends it, so one that fails must not keep the other from its work. */
  private void end(HeldSession held, Optional<Session> session) {
    try {
      session.ifPresent(endSession::of);
    } finally {
      signIns.revoke(held.refreshToken().text());
    }
  }
}
