package clipdesk.common.addresses;

import clipdesk.common.json.RequestBody;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that SES can mail, in the one form we keep: lower case, its domain in ASCII (RFC 5890,
 * A-labels). What SES would refuse is none: it has no SMTPUTF8, so a local part is a dot-atom of
 * RFC 5321, 4.1.2; quoted ones, comments, display names and address literals are refused as well.
 *
 * @param text at most 128 characters, Cognito's limit for a user name
 */
public record EmailAddress(String text) {
  private static final int MAX_LENGTH = 128;
  private static final int MIN_TYPED = 3;

  /** RFC 5321, 4.5.3.1.3. */
  private static final int MAX_TYPED = 254;

  private static final Pattern LOCAL_PART =
      Pattern.compile("(?=.{1,64}$)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

  /** At least two labels; the last one is no number, which an IPv4 address would end with. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * Mapped away by the IDNA of 2003, which Java has, and letters of their own in that of 2008,
   * which registries have: ß, final sigma and the two joiners. The mail would go to somebody else's
   * domain.
   */
  private static final Pattern OF_TWO_MINDS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  public EmailAddress {
    int at = text.lastIndexOf('@');
    if (text.length() > MAX_LENGTH
        || at < 0
        || !text.equals(text.toLowerCase(Locale.ROOT))
        || !LOCAL_PART.matcher(text.substring(0, at)).matches()
        || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
      // Not quoted: it may be a person's all the same.
      throw new IllegalArgumentException("Not the form in which addresses are kept");
    }
  }

  /**
   * The required member of a body; refused as {@code malformed} if it is no address that SES can
   * mail.
   */
  public static Optional<EmailAddress> member(RequestBody body, String name) {
    var typed = body.text(name, MIN_TYPED, MAX_TYPED);
    var email = of(typed);
    if (email.isEmpty() && !body.refused(name)) {
      body.refuse(name, "malformed", "Must be a mail address, in ASCII before the @");
    }
    return email;
  }

  /** Empty if it is no address that SES can mail; blanks around it do not count. */
  public static Optional<EmailAddress> of(String typed) {
    var stripped = typed.strip();
    int at = stripped.lastIndexOf('@');
    if (at < 0 || OF_TWO_MINDS.matcher(stripped).find()) {
      return Optional.empty();
    }
    try {
      var local = stripped.substring(0, at);
      // Before the case is changed: the Kelvin sign is no k.
      if (!LOCAL_PART.matcher(local).matches()) {
        return Optional.empty();
      }
      var domain = IDN.toASCII(stripped.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(new EmailAddress((local + "@" + domain).toLowerCase(Locale.ROOT)));
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
