package clipdesk.accounts.directory;

import clipdesk.common.localisation.Language;

/** New people and the codes that prove their addresses. */
public interface Registrations {
  /**
   * Makes an unconfirmed user and has a code mailed.
   *
   * @return the user's {@code sub}
   * @throws AddressTakenException if there is a user with this address, confirmed or not
   */
  String register(String email, String password, Language language) throws AddressTakenException;

  /** Has a new code mailed; the older one dies. A refusal is not told. */
  void resend(String sub, Language language);

  /** Whether the code was right; every refusal of Cognito looks alike. */
  boolean confirm(String sub, String code);
}
