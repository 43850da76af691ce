package clipdesk.accounts.audit;

/** How what was asked for came out. */
enum AuditOutcome {
  DONE,
  REFUSED,
  /** Stopped by a fault of ours or behind us: it may be done in part. */
  FAILED;

  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FAILURE = 500;

  static AuditOutcome ofStatus(int status) {
    return status >= FIRST_FAILURE ? FAILED : status >= FIRST_REFUSAL ? REFUSED : DONE;
  }
}
