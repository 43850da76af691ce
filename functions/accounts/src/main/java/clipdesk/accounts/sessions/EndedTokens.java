package clipdesk.accounts.sessions;

import java.time.Instant;

/** Access tokens that are refused before they expire. */
public interface EndedTokens {
  /** Those of a session, by what they have in common. */
  void add(String tokenFamily, Instant now);
}
