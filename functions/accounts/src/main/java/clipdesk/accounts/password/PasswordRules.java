package clipdesk.accounts.password;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules, in the order in which they are named. */
public final class PasswordRules {
  private static final int MIN_CODE_POINTS = 12;
  private static final int MAX_UTF_16_UNITS = 256;

  /** Cognito's own set; a space counts there too, which is why white space is ours to refuse. */
  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

  private PasswordRules() {}

  /**
   * @throws ProblemException {@code password-policy} with every unmet rule
   */
  public static void check(String password, EmailAddress email) {
    var violations = violations(password, email);
    if (!violations.isEmpty()) {
      throw new ProblemException(ProblemType.PASSWORD_POLICY, "The password breaks a rule")
          .with("violations", violations);
    }
  }

  static List<String> violations(String password, EmailAddress email) {
    var violations = new ArrayList<String>();
    add(violations, "length", password.codePointCount(0, password.length()) < MIN_CODE_POINTS);
    boolean tooLong = password.length() > MAX_UTF_16_UNITS;
    add(violations, "too-long", tooLong);
    add(violations, "upper", password.chars().noneMatch(c -> c >= 'A' && c <= 'Z'));
    add(violations, "lower", password.chars().noneMatch(c -> c >= 'a' && c <= 'z'));
    add(violations, "digit", password.chars().noneMatch(c -> c >= '0' && c <= '9'));
    add(violations, "symbol", password.chars().noneMatch(c -> SYMBOLS.indexOf(c) >= 0));
    add(violations, "whitespace", password.codePoints().anyMatch(PasswordRules::white));
    // The search tries every end of a run of symbols: not with whatever fits into a request.
    add(violations, "common", !tooLong && CommonPasswords.contain(password));
    add(violations, "personal", personal(password, email));
    return violations;
  }

  private static boolean white(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean personal(String password, EmailAddress email) {
    var lower = password.toLowerCase(Locale.ROOT);
    var local = email.localPart();
    return lower.contains(email.text()) || (local.length() >= 4 && lower.contains(local));
  }

  private static void add(List<String> violations, String rule, boolean broken) {
    if (broken) {
      violations.add(rule);
    }
  }
}
