package clipdesk.accounts.tally;

/** What operators watch. */
public enum Occurrence {
  /** A code mail, or the notice in its place, was let go to an address. */
  CODE_SENT("CodesSent"),
  /** A wrong code was typed. */
  CHECK_FAILED("ChecksFailed"),
  /** The last try at a code was wrong: nobody may try it again. */
  TRIES_USED_UP("TriesUsedUp"),
  SIGN_IN_FAILED("SignInsFailed"),
  /** A network had too many failed sign-ins in the hour and was sent away. */
  SIGN_IN_LIMITED("SignInsLimited"),
  /** A reset stopped before the sessions were ended, and the sweep ended them. */
  SIGN_OUT_BY_SWEEP("SignOutsBySweep");

  private final String metric;

  Occurrence(String metric) {
    this.metric = metric;
  }

  String metric() {
    return metric;
  }
}
