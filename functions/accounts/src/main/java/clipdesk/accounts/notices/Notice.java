package clipdesk.accounts.notices;

/** What happened. */
public enum Notice {
  /** Somebody signed up with an address that has an account. */
  ACCOUNT_EXISTS("account-exists"),
  PASSWORD_CHANGED("password-changed"),
  ADDRESS_CHANGED("address-changed"),
  ACCOUNT_DELETED("account-deleted");

  private final String key;

  Notice(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
