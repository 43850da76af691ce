package clipdesk.accounts.directory;

import java.util.Optional;

/** Sessions. */
public interface SignIns {
  /** Empty for a wrong password, an unknown, unconfirmed, disabled or locked person alike. */
  Optional<Tokens> signIn(String email, String password);

  /**
   * The next tokens; empty if the refresh token is unknown, expired or revoked.
   *
   * @throws ReusedTokenException if it was used before; it is revoked by then
   */
  Optional<Tokens> refresh(String refreshToken) throws ReusedTokenException;

  /**
   * Ends the session that a refresh token belongs to.
   *
   * @return whether there was one: false for a token that was never given out
   */
  boolean revoke(String refreshToken);

  /** Ends every session of a person. */
  void signOutEverywhere(String sub);
}
