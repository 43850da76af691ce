package clipdesk.accounts.audit;

/** The closed list of what an audit line can be about. */
public enum AuditEvent {
  SIGN_UP("sign-up"),
  CODE_RESEND("code-resend"),
  CODE_CHECK("code-check"),
  RESET_REQUEST("password-reset-request"),
  PASSWORD_RESET("password-reset"),
  SIGN_IN("sign-in"),
  SESSION_REFRESH("session-refresh", /* onlyUndone= */ true),
  SIGN_OUT("sign-out"),
  SIGN_OUT_EVERYWHERE("sign-out-everywhere"),
  SESSION_LIST("session-list", /* onlyUndone= */ true),
  SESSION_END("session-end"),
  PROFILE_READ("profile-read", /* onlyUndone= */ true),
  PROFILE_EDIT("profile-edit", /* onlyUndone= */ true),
  PASSWORD_CHANGE("password-change"),
  ADDRESS_CHANGE_REQUEST("address-change-request"),
  ACCOUNT_DELETION("account-deletion"),
  ACCOUNT_EXPORT("account-export"),
  /** Anything else that was asked for. */
  OTHER("other", /* onlyUndone= */ true),

  /** A code proved the new address, and the account has it now. */
  ADDRESS_CHANGED("address-changed"),
  /** Every session of an account was ended. */
  SESSIONS_ENDED("sessions-ended"),
  /** A sign-in ended the session that its browser held before. */
  SESSION_REPLACED("session-replaced"),
  /** A refresh token came again after its rotation; its whole session is to end. */
  REFRESH_TOKEN_REUSED("refresh-token-reused");

  private final String label;
  private final boolean onlyUndone;

  AuditEvent(String label) {
    this(label, /* onlyUndone= */ false);
  }

  AuditEvent(String label, boolean onlyUndone) {
    this.label = label;
    this.onlyUndone = onlyUndone;
  }

  String label() {
    return label;
  }

  /** Whether it is worth a line only where it was refused or has failed. */
  boolean onlyUndone() {
    return onlyUndone;
  }
}
