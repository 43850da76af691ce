package clipdesk.accounts.directory;

import clipdesk.common.localisation.Language;

/** Forgotten passwords. */
public interface Recoveries {
  /** Has a code mailed if there is somebody to mail it to; never says whether. */
  void request(String email, Language language);

  /** Sets the password if the code is right; every refusal looks alike. */
  boolean reset(String email, String code, String newPassword);
}
