package clipdesk.accounts.password;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import jakarta.inject.Singleton;

/** Sets another password for whoever knows the present one, and ends every session. */
@Singleton
public final class ChangePassword {
  private final SignIns signIns;
  private final People people;
  private final EndAllSessions endAllSessions;
  private final Notices notices;

  ChangePassword(SignIns signIns, People people, EndAllSessions endAllSessions, Notices notices) {
    this.signIns = signIns;
    this.people = people;
    this.endAllSessions = endAllSessions;
    this.notices = notices;
  }

  /**
   * @throws ProblemException {@code sign-in-failed} if the present password is wrong
   */
  void change(Person person, String password, String newPassword) {
    if (signIns.signIn(person.email(), password).isEmpty()) {
      throw new ProblemException(ProblemType.SIGN_IN_FAILED, "Check the password");
    }
    people.setPassword(person.sub(), newPassword);
    try {
      endAllSessions.of(person.sub());
    } finally {
      notices.send(Notice.PASSWORD_CHANGED, person.email(), person.language());
    }
  }
}
