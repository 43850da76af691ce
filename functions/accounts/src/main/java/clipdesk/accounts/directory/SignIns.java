package clipdesk.accounts.directory;

import java.util.Optional;

/** Sessions. */
public interface SignIns {
  /** Empty for a wrong password, an unknown, unconfirmed, disabled or locked person alike. */
  Optional<Tokens> signIn(String email, String password);

  /**
   * The next tokens; empty if the refresh token is unknown, expired or revoked.
   *
   * @throws ReusedTokenException if it was used before
   */
  Optional<Tokens> refresh(String refreshToken) throws ReusedTokenException;

  /**
   * Ends what refresh tokens of a session could still do at Cognito. Given up if it fails: with us
   * they count no more than the session they are of.
   */
  void revoke(String refreshToken);

  /** Ends every session of a person. */
  void signOutEverywhere(String sub);
}
