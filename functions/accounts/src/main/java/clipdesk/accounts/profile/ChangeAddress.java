package clipdesk.accounts.profile;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.directory.AddressTakenException;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.directory.Tokens;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.accounts.throttling.CodeMailGate;
import clipdesk.accounts.verification.Begun;
import clipdesk.accounts.verification.CheckCode;
import clipdesk.accounts.verification.OwnCodes;
import clipdesk.accounts.verification.Proof;
import clipdesk.accounts.verification.UnprovenUsers;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives an account another address once a code proves it. An address that has an account gets word
 * of the try instead of a code, and the answer tells nothing.
 */
@Singleton
public final class ChangeAddress implements Proof {
  private final SignIns signIns;
  private final People people;
  private final Profiles profiles;
  private final Verifications verifications;
  private final CodeMailGate gate;
  private final AnswerFloor floor;
  private final UnprovenUsers unproven;
  private final OwnCodes codes;
  private final Notices notices;
  private final AccountEvents events;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ChangeAddress(
      SignIns signIns,
      People people,
      Profiles profiles,
      Verifications verifications,
      CodeMailGate gate,
      AnswerFloor floor,
      UnprovenUsers unproven,
      OwnCodes codes,
      Notices notices,
      AccountEvents events,
      AuditLog audit,
      InstantSource clock) {
    this.signIns = signIns;
    this.people = people;
    this.profiles = profiles;
    this.verifications = verifications;
    this.gate = gate;
    this.floor = floor;
    this.unproven = unproven;
    this.codes = codes;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code sign-in-failed} if the password is wrong; {@code
   *     too-many-requests} if the new address had a mail just now
   */
  Begun begin(Person person, String password, EmailAddress email) {
    var session = floor.underRefusals(() -> signIn(person, password));
    signIns.revoke(session.refreshToken().text());
    var now = clock.instant();
    gate.pass(email.text(), now);
    return floor.underEveryAnswer(() -> begin(person, email, now));
  }

  private Tokens signIn(Person person, String password) {
    return signIns
        .signIn(person.email(), password)
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_FAILED, "Check the password"));
  }

  private Begun begin(Person person, EmailAddress email, Instant now) {
    var id = VerificationId.random(random);
    var code = codes.issue(id);
    boolean decoy = people.find(email.text()).filter(Person::confirmed).isPresent();
    var verification = Verification.ofAddressChange(person, email, decoy, code.mac(), now);
    verifications.begin(id, verification);
    codes.mail(code, verification);
    verifications.issued(id, person.sub(), decoy, now);
    return new Begun(id, now);
  }

  @Override
  public Verification.Purpose purpose() {
    return Verification.Purpose.CHANGE_ADDRESS;
  }

  /** The account keeps its sessions: whoever asked has typed the password. */
  @Override
  public boolean take(VerificationId id, Verification verification, String code) {
    boolean right = codes.matches(id, code, verification.codeMac().orElseThrow());
    if (!right || verification.decoy()) {
      return false;
    }
    var profile = active(verification.user()).orElseThrow(CheckCode::expired);
    var person = people.find(verification.user()).orElseThrow(CheckCode::expired);
    move(person, verification.email());
    // What GET answers has changed, so its entity tag must; a lost race has changed it as well.
    profiles.edit(profile, profile.version());
    // Before the code is used up: whoever types it once more, because this failed, says it again.
    events.addressChanged(person.sub(), verification.email(), person.email());
    verifications.done(id, Optional.empty());
    audit.namesAccount(person.sub());
    audit.happened(AuditEvent.ADDRESS_CHANGED);
    notices.send(Notice.ADDRESS_CHANGED, person.email(), person.language());
    return true;
  }

  @Override
  public boolean stands(Verification proven) {
    return active(proven.user()).isPresent();
  }

  private Optional<Profile> active(String sub) {
    return profiles.find(sub).filter(Profile::active);
  }

  private void move(Person person, String email) {
    people
        .find(email)
        .filter(it -> !it.confirmed() && !it.sub().equals(person.sub()))
        .ifPresent(_ -> unproven.remove(email, clock.instant()));
    try {
      people.change(person.sub(), Optional.of(email), Optional.empty());
    } catch (AddressTakenException e) {
      throw CheckCode.expired();
    }
  }
}
