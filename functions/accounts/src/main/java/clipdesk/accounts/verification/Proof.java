package clipdesk.accounts.verification;

import java.util.Map;

/** What a right code is good for: one for each purpose. */
public interface Proof {
  Verification.Purpose purpose();

  /**
   * Compares the code and, if it is right, does what it proves the address for.
   *
   * @return whether it was right
   */
  boolean take(VerificationId id, Verification verification, String code);

  /** Whether what a proven one led to is still there: of a deleted account nothing is said. */
  boolean stands(Verification proven);

  /** What the answer says beside the page to go back to. */
  default Map<String, Object> more(Verification proven) {
    return Map.of();
  }
}
