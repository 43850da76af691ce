package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.sessions.EndSession;
import clipdesk.accounts.sessions.Sessions;
import jakarta.inject.Singleton;

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

  /**
   * @return whether there was one
   */
  boolean of(HeldSession held) {
    var session = sessions.find(held.id());
    session.ifPresent(
        it -> {
          audit.namesAccount(it.sub());
          endSession.of(it);
        });
    return signIns.revoke(held.refreshToken().text()) && session.isPresent();
  }
}
