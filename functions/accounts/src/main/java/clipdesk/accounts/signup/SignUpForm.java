package clipdesk.accounts.signup;

import clipdesk.accounts.verification.Verification;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Secret;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.Optional;

/** A form that breaks no rule. */
record SignUpForm(
    EmailAddress email,
    Secret password,
    Optional<String> name,
    Optional<String> outlet,
    Language language,
    String termsVersion,
    String returnTo) {
  Verification verification(Instant now) {
    return Verification.ofSignUp(email, language, returnTo, name, outlet, termsVersion, now);
  }
}
