package clipdesk.accounts.notices;

import clipdesk.common.localisation.Language;

/** Tells people by mail. */
public interface Notices {
  /**
   * Mails a notice. A mail that cannot be sent is logged and given up: what it tells of has
   * happened, and no answer of the API may differ by whether an address can be written to.
   */
  void send(Notice notice, String email, Language language);

  /** Mails a code of our own, as Cognito's are mailed; given up like a notice. */
  void sendCode(String code, String email, Language language);
}
