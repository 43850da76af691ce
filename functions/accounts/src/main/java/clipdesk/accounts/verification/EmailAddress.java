package clipdesk.accounts.verification;

import clipdesk.common.json.RequestBody;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the one form we keep: stripped, lower case, its domain in ASCII (IDNA).
 *
 * @param text at most 128 characters, Cognito's limit for a user name
 */
public record EmailAddress(String text) {
  private static final int MAX_LENGTH = 128;
  private static final Pattern FORM =
      // A dot neither first nor last nor twice: RFC 5321, 4.1.2, and SES refuses anything else.
      Pattern.compile(
          "(?!\\.)(?!.*\\.\\.)(?!.*\\.@)[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

  /**
   * As {@link #of(String)}, refusing the member {@code email} as {@code malformed} if it is none.
   */
  public static Optional<EmailAddress> of(String given, RequestBody body) {
    var email = of(given);
    if (email.isEmpty() && !body.refused("email")) {
      body.refuse("email", "malformed", "Must be a mail address");
    }
    return email;
  }

  public static Optional<EmailAddress> of(String given) {
    var stripped = given.strip();
    int at = stripped.lastIndexOf('@');
    if (at <= 0) {
      return Optional.empty();
    }
    try {
      var domain = IDN.toASCII(stripped.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      var text = (stripped.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
      return text.length() <= MAX_LENGTH && FORM.matcher(text).matches()
          ? Optional.of(new EmailAddress(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String localPart() {
    return text.substring(0, text.indexOf('@'));
  }

  /** For logs: enough to find a complaint again, too little to write to. */
  @Override
  public String toString() {
    return text.charAt(0) + "***@" + text.charAt(text.indexOf('@') + 1) + "***";
  }
}
