package clipdesk.accounts.signin;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.profile.Profile;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import clipdesk.accounts.verification.CallLimits;
import clipdesk.accounts.verification.EmailAddress;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
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
  private final CallLimits limits;
  private final Tally tally;
  private final AuditLog audit;
  private final AccountsConfig config;
  private final InstantSource clock;

  SignIn(
      SignIns signIns,
      Profiles profiles,
      CallLimits limits,
      Tally tally,
      AuditLog audit,
      AccountsConfig config,
      InstantSource clock) {
    this.signIns = signIns;
    this.profiles = profiles;
    this.limits = limits;
    this.tally = tally;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  /** Tokens and whose they are. */
  record Session(Tokens tokens, Profile profile) {}

  /**
   * @throws ProblemException {@code sign-in-failed} whatever is wrong; {@code too-many-requests}
   *     after too many failures from one place
   */
  Session signIn(Optional<EmailAddress> email, String password, String sourceIp) {
    var now = clock.instant();
    email.map(EmailAddress::text).ifPresent(audit::namesAddress);
    // Before the password is compared, so that a thousand at once are a hundred; and back again.
    count(sourceIp, now);
    var session =
        email
            .flatMap(address -> signIns.signIn(address.text(), password))
            .map(this::session)
            .filter(it -> it.profile().active())
            .orElseThrow(this::failed);
    limits.giveBack(FAILURES, sourceIp, HOUR, now);
    audit.namesAccount(session.tokens().sub());
    return session;
  }

  /**
   * Ends the session that a new one takes the place of in its browser (ASVS 7.2.4). The new one is
   * open by then, so nothing in here may turn its answer into a failure.
   */
  void endBefore(String refreshToken) {
    try {
      if (signIns.revoke(refreshToken)) {
        audit.happened(AuditEvent.SESSION_REPLACED);
      }
    } catch (RuntimeException e) {
      LOG.error("A session could not be ended at a sign-in: {}", e.getClass().getName());
    }
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

  /** A missing row, left by a crash after the code was taken, is made here. */
  Session session(Tokens tokens) {
    var profile =
        profiles
            .find(tokens.sub())
            .or(
                () -> {
                  profiles.create(
                      tokens.sub(),
                      Optional.empty(),
                      Optional.empty(),
                      config.termsVersion(),
                      clock.instant());
                  return profiles.find(tokens.sub());
                })
            .orElseThrow();
    return new Session(tokens, profile);
  }
}
