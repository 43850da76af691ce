package clipdesk.accounts.verification;

import java.time.Instant;

/** The newest sign-up of each address. */
public interface CurrentSignUps {
  void put(String email, VerificationId id, Instant now);

  /**
   * Ends the running sign-up of an address, if there is one.
   *
   * @return false if its code is being checked at this moment
   */
  boolean supersede(String email, Instant now);
}
