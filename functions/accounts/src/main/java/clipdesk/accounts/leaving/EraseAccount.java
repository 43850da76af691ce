package clipdesk.accounts.leaving;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.profile.Profiles;
import clipdesk.accounts.sessions.OwnSessions;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Leaves nothing of an account: word to the other contexts first, then the user, the sessions and
 * last the row, by which an erasure that stopped is found. Doing it once more is harmless.
 */
@Singleton
public final class EraseAccount {
  private final AccountEvents events;
  private final SignIns signIns;
  private final People people;
  private final OwnSessions sessions;
  private final Profiles profiles;

  public EraseAccount(
      AccountEvents events,
      SignIns signIns,
      People people,
      OwnSessions sessions,
      Profiles profiles) {
    this.events = events;
    this.signIns = signIns;
    this.people = people;
    this.sessions = sessions;
    this.profiles = profiles;
  }

  /**
   * @param user while there still is one; where there is none, none is deleted
   */
  public void erase(String sub, Optional<Person> user) {
    events.deleted(sub, user.map(Person::email));
    user.ifPresent(_ -> deleteUser(sub));
    sessions.forget(sub);
    profiles.remove(sub);
  }

  private void deleteUser(String sub) {
    signIns.signOutEverywhere(sub);
    people.delete(sub);
  }
}
