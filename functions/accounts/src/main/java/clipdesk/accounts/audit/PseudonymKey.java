package clipdesk.accounts.audit;

/** A secret that nobody reads who reads the log. */
public interface PseudonymKey {
  /** The secret; the first call in a process may have to fetch it. */
  String text();

  /** Whether it is here already, so that asking for it costs nothing. */
  boolean fetched();
}
