package clipdesk.accounts.directory;

/** A secret of ours that seals what browsers hold of a session. */
public interface SessionKey {
  /** The first call in a process may have to fetch it. */
  byte[] bytes();
}
