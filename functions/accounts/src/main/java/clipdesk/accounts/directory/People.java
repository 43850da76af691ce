package clipdesk.accounts.directory;

import clipdesk.common.localisation.Language;
import java.util.Optional;

/** Users by name. */
public interface People {
  /** By address or by {@code sub}. */
  Optional<Person> find(String username);

  /** Deletes a user; one who is gone already is no error. */
  void delete(String sub);

  void setPassword(String sub, String password);

  /** Sets the proven address, the language, or both. */
  void change(String sub, Optional<String> email, Optional<Language> language)
      throws AddressTakenException;
}
