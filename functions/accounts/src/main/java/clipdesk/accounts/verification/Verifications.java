package clipdesk.accounts.verification;

import java.time.Instant;
import java.util.Optional;

/** Where verifications are kept; every change is one conditional write. */
public interface Verifications {
  /** Keeps a new one in phase ISSUING. */
  void begin(VerificationId id, Verification verification);

  /** A code is on its way: from now on it counts. */
  void issued(VerificationId id, String username, boolean decoy, Instant sentAt);

  Optional<Verification> find(VerificationId id);

  /**
   * Counts one try if the verification is live, or was proven and is no reset; must come before the
   * code is compared. A try at a reset also notes that sessions are to be ended, so that a crash
   * behind it leaves none open.
   */
  Try count(VerificationId id, Verification.Purpose purpose, Instant now);

  /**
   * Proven. From now on tries are counted anew, for whoever says the code once more.
   *
   * @param codeMac keyed hash of the code that proved it, where it was not ours from the beginning
   */
  void done(VerificationId id, Optional<String> codeMac);

  /** Takes back the try at a verification that is done: its code was right. */
  void takeBack(VerificationId id);

  /** Sessions are ended, or need not be. */
  void settled(VerificationId id);

  /**
   * Another code was sent: new times, the keyed hash if the code is ours. Taken off are the tries
   * that were counted before there was another code; those counted since may have been compared
   * with it, and stay.
   *
   * @param before the verification as it was found before the code was made
   * @return as it is now; empty if it is done, superseded or was sent again meanwhile
   */
  Optional<Verification> resent(
      VerificationId id, Verification before, Instant sentAt, Optional<String> codeMac);

  /** What became of a try. */
  sealed interface Try {
    /** Counted; the verification is as it was after counting. */
    record Counted(Verification verification) implements Try {}

    /** Not counted; the verification as it stood, if there is one. */
    record Refused(Optional<Verification> verification) implements Try {}
  }
}
