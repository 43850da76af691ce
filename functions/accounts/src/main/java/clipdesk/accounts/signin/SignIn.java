package clipdesk.accounts.signin;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.sessions.Device;
import clipdesk.accounts.sessions.Session;
import clipdesk.accounts.sessions.SessionCookie;
import clipdesk.accounts.sessions.SessionId;
import clipdesk.accounts.sessions.Sessions;
import clipdesk.accounts.sessions.SignOut;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a session for whoever knows the password. */
@Singleton
final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String FAILURES = "sign-in-failures";
  private static final Duration HOUR = Duration.ofHours(1);

  private final SignIns signIns;
  private final Profiles profiles;
  private final Sessions sessions;
  private final SignOut signOut;
  private final CallLimits limits;
  private final AnswerFloor floor;
  private final Tally tally;
  private final AuditLog audit;
  private final AccountsConfig config;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SignIn(
      SignIns signIns,
      Profiles profiles,
      Sessions sessions,
      SignOut signOut,
      CallLimits limits,
      AnswerFloor floor,
      Tally tally,
      AuditLog audit,
      AccountsConfig config,
      InstantSource clock) {
    this.signIns = signIns;
    this.profiles = profiles;
    this.sessions = sessions;
    this.signOut = signOut;
    this.limits = limits;
    this.floor = floor;
    this.tally = tally;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code sign-in-failed} whatever is wrong; {@code too-many-requests}
   *     after too many failures from one place
   */
  OpenSession signIn(Optional<EmailAddress> email, String password, Device device) {
    var now = clock.instant();
    email.map(EmailAddress::text).ifPresent(audit::namesAddress);
    // Before the password is compared, so that a thousand at once are a hundred; and back again.
    count(device.network(), now);
    var session = floor.underRefusals(() -> session(email, password, device));
    limits.giveBack(FAILURES, device.network(), HOUR, now);
    audit.namesAccount(session.tokens().sub());
    return session;
  }

  /**
   * Ends the session that a new one takes the place of in its browser (ASVS 7.2.4). The new one is
   * open by then, so nothing in here may turn its answer into a failure.
   */
  void endBefore(SessionCookie cookie) {
    try {
      if (signOut.before(cookie)) {
        audit.happened(AuditEvent.SESSION_REPLACED);
      }
    } catch (RuntimeException e) {
      LOG.error("A session could not be ended at a sign-in: {}", e.getClass().getName());
    }
  }

  private OpenSession session(Optional<EmailAddress> email, String password, Device device) {
    return email
        .flatMap(address -> signIns.signIn(address.text(), password))
        .flatMap(tokens -> open(tokens, device))
        .orElseThrow(this::failed);
  }

  private void count(String sourceIp, Instant now) {
    try {
      limits.count(FAILURES, sourceIp, config.failedSignInsPerHourAndIp(), HOUR, now);
    } catch (ProblemException refusal) {
      tally.count(Occurrence.SIGN_IN_LIMITED);
      throw refusal;
    }
  }

  private ProblemException failed() {
    tally.count(Occurrence.SIGN_IN_FAILED);
    return new ProblemException(ProblemType.SIGN_IN_FAILED, "Check the address and the password");
  }

  /** Opened before the account is looked at, so that one being deleted is seen by either side. */
  private Optional<OpenSession> open(Tokens tokens, Device device) {
    var id = SessionId.random(random);
    var now = clock.instant();
    sessions.open(new Session(id, tokens.sub(), tokens.tokenFamily(), now, now, device));
    var profile = profile(tokens.sub()).filter(Profile::active);
    if (profile.isEmpty()) {
      sessions.close(id);
    }
    return profile.map(it -> new OpenSession(id, tokens, it));
  }

  /**
   * A missing row, left by a crash after the code was taken, is made here. If it is gone again, the
   * account is being erased at this very moment.
   */
  private Optional<Profile> profile(String sub) {
    return profiles
        .find(sub)
        .or(
            () -> {
              profiles.create(
                  sub, Optional.empty(), Optional.empty(), config.termsVersion(), clock.instant());
              return profiles.find(sub);
            });
  }
}
