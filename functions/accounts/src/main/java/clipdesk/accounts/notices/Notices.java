package clipdesk.accounts.notices;

import clipdesk.common.localisation.Language;

/** Tells people by mail. */
public interface Notices {
  void send(Notice notice, String email, Language language);

  /** Mails a code of our own, as Cognito's are mailed. */
  void sendCode(String code, String email, Language language);
}
