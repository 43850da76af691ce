package clipdesk.accounts.leaving;

import clipdesk.accounts.directory.Person;
import clipdesk.accounts.notices.Notice;
import clipdesk.accounts.notices.Notices;
import clipdesk.accounts.profile.Profiles;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes an account for its owner: first the mark by which a crash is found, last the notice. */
@Singleton
final class DeleteAccount {
  private final Profiles profiles;
  private final EraseAccount eraseAccount;
  private final Notices notices;
  private final InstantSource clock;

  DeleteAccount(
      Profiles profiles, EraseAccount eraseAccount, Notices notices, InstantSource clock) {
    this.profiles = profiles;
    this.eraseAccount = eraseAccount;
    this.notices = notices;
    this.clock = clock;
  }

  void delete(Person person) {
    profiles.markDeleting(person.sub(), clock.instant());
    eraseAccount.erase(person.sub(), Optional.of(person));
    notices.send(Notice.ACCOUNT_DELETED, person.email(), person.language());
  }
}
