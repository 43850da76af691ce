package clipdesk.accounts.sessions;

import java.time.Instant;
import java.util.Optional;

/** The sessions there are. One that is not here is over. */
public interface Sessions {
  void open(Session session);

  Optional<Session> find(SessionId id);

  /**
   * Notes that a session was refreshed.
   *
   * @param tokenFamily of the new access token
   * @return false if the session was closed meanwhile
   */
  boolean used(SessionId id, Optional<String> tokenFamily, Instant now);

  /** One that is closed already is no error. */
  void close(SessionId id);
}
