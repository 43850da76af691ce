package clipdesk.common.sessions;

import clipdesk.common.identity.Caller;

/**
 * Sessions that were ended before their access tokens expire: the gateway takes such a token until
 * then, the function behind it does not (ASVS 5.0, 7.4.1).
 */
public interface EndedSessions {
  /** Whether the session that the caller's token belongs to was ended. */
  boolean ended(Caller caller);
}
