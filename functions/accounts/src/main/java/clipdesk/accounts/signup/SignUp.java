package clipdesk.accounts.signup;

import clipdesk.accounts.directory.AddressTakenException;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Registrations;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.verification.Begun;
import clipdesk.accounts.verification.CurrentSignUps;
import clipdesk.accounts.verification.UnprovenUsers;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Signs somebody up. Over an unconfirmed user the newest password wins: the older user and its
 * codes die, so that whoever signed up your address before you has nothing. Over a confirmed one
 * the verification is a decoy, and the owner is told by mail.
 */
@Singleton
final class SignUp {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Verifications verifications;
  private final CurrentSignUps signUps;
  private final UnprovenUsers unproven;
  private final Registrations registrations;
  private final People people;
  private final Notices notices;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SignUp(
      Verifications verifications,
      CurrentSignUps signUps,
      UnprovenUsers unproven,
      Registrations registrations,
      People people,
      Notices notices,
      InstantSource clock) {
    this.verifications = verifications;
    this.signUps = signUps;
    this.unproven = unproven;
    this.registrations = registrations;
    this.people = people;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code too-many-requests} while a code of an earlier sign-up of the
   *     address is being checked
   */
  Begun signUp(SignUpForm form) {
    // The instant before the call: a code never lives longer than the answer says.
    var now = clock.instant();
    var id = VerificationId.random(random);
    verifications.begin(id, form.verification(now));
    var registered = register(form, now);
    verifications.issued(id, registered.username(), registered.decoy(), now);
    signUps.put(form.email().text(), id, now);
    return new Begun(id, now);
  }

  private record Registered(String username, boolean decoy) {}

  private Registered register(SignUpForm form, Instant now) {
    var email = form.email().text();
    try {
      return registered(form);
    } catch (AddressTakenException taken) {
      var holder = people.find(email);
      if (holder.filter(it -> !it.confirmed()).isPresent()) {
        holder = unproven.remove(email, now);
      }
      return holder.isPresent() ? decoy(form) : again(form);
    }
  }

  private Registered decoy(SignUpForm form) {
    notices.send(Notice.ACCOUNT_EXISTS, form.email().text(), form.language());
    return new Registered(UUID.randomUUID().toString(), /* decoy= */ true);
  }

  private Registered again(SignUpForm form) {
    try {
      return registered(form);
    } catch (AddressTakenException e) {
      // Somebody signs the same address up at this very moment.
      throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(COME_BACK);
    }
  }

  private Registered registered(SignUpForm form) throws AddressTakenException {
    return new Registered(
        registrations.register(form.email().text(), form.password().text(), form.language()),
        /* decoy= */ false);
  }
}
