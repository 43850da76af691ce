package clipdesk.accounts.verification;

import clipdesk.accounts.ids.RandomId;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Known to the browser that asked and to nobody else: 128 random bits. */
public record VerificationId(String text) {
  private static final Pattern FORM = Pattern.compile("vf_[A-Za-z0-9_-]{22}");

  /**
   * @throws ProblemException {@code not-found} if it is malformed
   */
  public VerificationId {
    if (!FORM.matcher(text).matches()) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
  }

  public static VerificationId random(SecureRandom random) {
    return new VerificationId("vf_" + RandomId.next(random));
  }

  @Override
  public String toString() {
    return "vf_***";
  }
}
