package clipdesk.accounts.sessions;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.throttling.PassingTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Ends all sessions of an account, with access tokens that only time would end. */
@Singleton
public final class EndAllSessions {
  /** Tokens tell the second of a sign-in and no finer: the one that runs is cut off whole. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Profiles profiles;
  private final SignIns signIns;
  private final AccountEvents events;
  private final AuditLog audit;
  private final InstantSource clock;
  private final PassingTime time;

  public EndAllSessions(
      Profiles profiles,
      SignIns signIns,
      AccountEvents events,
      AuditLog audit,
      InstantSource clock,
      PassingTime time) {
    this.profiles = profiles;
    this.signIns = signIns;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
    this.time = time;
  }

  /** Comes back when that second is over, so that whoever signs in upon it is not cut off too. */
  public void of(String sub) {
    var validAfter = clock.instant().plus(SECOND);
    long began = time.nanos();
    profiles.cutOff(sub, validAfter);
    signIns.signOutEverywhere(sub);
    audit.namesAccount(sub);
    audit.happened(AuditEvent.SESSIONS_ENDED);
    events.sessionsEnded(sub, validAfter);
    time.pass(SECOND.minusNanos(time.nanos() - began));
  }
}
