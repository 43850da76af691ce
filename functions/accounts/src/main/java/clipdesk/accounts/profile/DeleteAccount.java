package clipdesk.accounts.profile;

import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.sessions.OwnSessions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Erases an account: first the mark that the sweep finds after a crash, then word to the other
 * contexts, then sessions, user and row.
 */
@Singleton
final class DeleteAccount {
  private final Profiles profiles;
  private final AccountEvents events;
  private final SignIns signIns;
  private final OwnSessions sessions;
  private final People people;
  private final Notices notices;
  private final InstantSource clock;

  DeleteAccount(
      Profiles profiles,
      AccountEvents events,
      SignIns signIns,
      OwnSessions sessions,
      People people,
      Notices notices,
      InstantSource clock) {
    this.profiles = profiles;
    this.events = events;
    this.signIns = signIns;
    this.sessions = sessions;
    this.people = people;
    this.notices = notices;
    this.clock = clock;
  }

  void delete(Person person) {
    profiles.markDeleting(person.sub(), clock.instant());
    events.deleted(person.sub(), Optional.of(person.email()));
    signIns.signOutEverywhere(person.sub());
    people.delete(person.sub());
    sessions.forget(person.sub());
    profiles.remove(person.sub());
    notices.send(Notice.ACCOUNT_DELETED, person.email(), person.language());
  }
}
