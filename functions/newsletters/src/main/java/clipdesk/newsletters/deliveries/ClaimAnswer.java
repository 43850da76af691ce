package clipdesk.newsletters.deliveries;

/** What became of a claim. */
public enum ClaimAnswer {
  HELD,
  /** Somebody else has claimed the row, or it is closed, or there is none. */
  TAKEN,
  /** The recipient's address is another one by now: read it again. */
  MOVED,
  UNSUBSCRIBED,
  SUPPRESSED,
  ERASED
}
