package clipdesk.accounts.profile;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Sets another password for whoever knows the present one, and ends every session. */
@Singleton
final class ChangePassword {
  private final SignIns signIns;
  private final People people;
  private final Profiles profiles;
  private final Notices notices;
  private final InstantSource clock;

  ChangePassword(
      SignIns signIns, People people, Profiles profiles, Notices notices, InstantSource clock) {
    this.signIns = signIns;
    this.people = people;
    this.profiles = profiles;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @return true, so that it can be timed like other work
   * @throws ProblemException {@code sign-in-failed} if the present password is wrong
   */
  boolean change(Person person, String password, String newPassword) {
    if (signIns.signIn(person.email(), password).isEmpty()) {
      throw new ProblemException(ProblemType.SIGN_IN_FAILED, "Check the password");
    }
    people.setPassword(person.sub(), newPassword);
    profiles.cutOff(person.sub(), clock.instant().plusSeconds(1));
    signIns.signOutEverywhere(person.sub());
    notices.send(Notice.PASSWORD_CHANGED, person.email(), person.language());
    return true;
  }
}
