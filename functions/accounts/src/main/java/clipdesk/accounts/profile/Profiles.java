package clipdesk.accounts.profile;

import java.time.Instant;
import java.util.Optional;

/** Where profiles are kept. */
public interface Profiles {
  /** Makes the row if there is none; a row that is there stays as it is. */
  void create(
      String sub, Optional<String> name, Optional<String> outlet, String termsVersion, Instant now);

  Optional<Profile> find(String sub);

  /**
   * Writes name and outlet if the version is still this one.
   *
   * @return whether it was
   */
  boolean edit(Profile profile, long expectedVersion);

  /** Ends every token of a sign-in before this instant. */
  void cutOff(String sub, Instant now);

  /** Marks the account for deletion; what is left undone is finished by the sweep. */
  void markDeleting(String sub, Instant now);

  void remove(String sub);
}
