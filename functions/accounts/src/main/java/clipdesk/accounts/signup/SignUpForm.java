package clipdesk.accounts.signup;

import clipdesk.accounts.verification.EmailAddress;
import clipdesk.common.localisation.Language;
import java.util.Optional;

/** A form that breaks no rule. */
record SignUpForm(
    EmailAddress email,
    String password,
    Optional<String> name,
    Optional<String> outlet,
    Language language,
    String termsVersion,
    String returnTo) {
  @Override
  public String toString() {
    return "SignUpForm[" + email + ", ***]";
  }
}
