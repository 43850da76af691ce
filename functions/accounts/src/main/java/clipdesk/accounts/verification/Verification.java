package clipdesk.accounts.verification;

import clipdesk.accounts.directory.Person;
import clipdesk.accounts.throttling.SendLimits;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to prove an address.
 *
 * @param username what Cognito is asked about: the {@code sub}, for a reset the address; empty
 *     while a sign-up is being begun, which the pool does not know yet
 * @param decoy whether there is nothing to prove: the address has an account already
 * @param termsVersion what a sign-up agrees to; nobody else agrees to anything
 * @param codeMac keyed hash of the code last sent, where it is ours and not Cognito's; of any that
 *     is done, of the code that proved it
 * @param tries counted so far for the code last sent
 */
public record Verification(
    Purpose purpose,
    Phase phase,
    Optional<String> username,
    String email,
    boolean decoy,
    Language language,
    String returnTo,
    Optional<String> name,
    Optional<String> outlet,
    Optional<String> termsVersion,
    Optional<String> codeMac,
    Instant createdAt,
    Instant sentAt,
    int tries) {
  public static final Duration LIFE = Duration.ofMinutes(30);
  public static final int MAX_TRIES = 5;

  /** No code is sent again after this: Cognito's own code would end soon. */
  private static final Duration RESENDABLE = Duration.ofHours(23);

  /** One to be begun: of somebody new, whom the pool does not know yet. */
  public static Verification ofSignUp(
      EmailAddress email,
      Language language,
      String returnTo,
      Optional<String> name,
      Optional<String> outlet,
      String termsVersion,
      Instant now) {
    return new Verification(
        Purpose.SIGN_UP,
        Phase.ISSUING,
        /* username= */ Optional.empty(),
        email.text(),
        /* decoy= */ false,
        language,
        returnTo,
        name,
        outlet,
        Optional.of(termsVersion),
        /* codeMac= */ Optional.empty(),
        /* createdAt= */ now,
        /* sentAt= */ now,
        /* tries= */ 0);
  }

  /** One to be begun: of whoever says to have forgotten the password of an address. */
  public static Verification ofReset(
      EmailAddress email, Language language, String returnTo, Instant now) {
    return new Verification(
        Purpose.RESET,
        Phase.ISSUING,
        /* username= */ Optional.of(email.text()),
        email.text(),
        /* decoy= */ false,
        language,
        returnTo,
        /* name= */ Optional.empty(),
        /* outlet= */ Optional.empty(),
        /* termsVersion= */ Optional.empty(),
        /* codeMac= */ Optional.empty(),
        /* createdAt= */ now,
        /* sentAt= */ now,
        /* tries= */ 0);
  }

  /**
   * One to be begun: of an account for another address.
   *
   * @param decoy whether that address has an account
   */
  public static Verification ofAddressChange(
      Person person, EmailAddress email, boolean decoy, String codeMac, Instant now) {
    return new Verification(
        Purpose.CHANGE_ADDRESS,
        Phase.ISSUING,
        /* username= */ Optional.of(person.sub()),
        email.text(),
        decoy,
        person.language(),
        /* returnTo= */ "/" + person.language().tag() + "/",
        /* name= */ Optional.empty(),
        /* outlet= */ Optional.empty(),
        /* termsVersion= */ Optional.empty(),
        Optional.of(codeMac),
        /* createdAt= */ now,
        /* sentAt= */ now,
        /* tries= */ 0);
  }

  /** What it is for. */
  public enum Purpose {
    SIGN_UP("sign-up"),
    RESET("password-reset"),
    CHANGE_ADDRESS("change-address");

    private final String label;

    Purpose(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How far it is. */
  public enum Phase {
    ISSUING,
    PENDING,
    DONE,
    SUPERSEDED
  }

  /** Whom Cognito is asked about, of one whose code is on its way. */
  public String user() {
    return username.orElseThrow();
  }

  public Instant expiresAt() {
    return sentAt.plus(LIFE);
  }

  public Instant resendAt() {
    return sentAt.plus(SendLimits.COOL_DOWN);
  }

  public int attemptsLeft() {
    return Math.max(0, MAX_TRIES - tries);
  }

  /** Whether another code may be asked for. */
  public boolean resendable(Instant now) {
    return phase == Phase.PENDING && now.isBefore(createdAt.plus(RESENDABLE));
  }
}
