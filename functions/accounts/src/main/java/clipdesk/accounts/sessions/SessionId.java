package clipdesk.accounts.sessions;

import clipdesk.accounts.ids.RandomId;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a session to its owner; opens nothing. */
public record SessionId(String text) {
  private static final Pattern FORM = Pattern.compile("se_[A-Za-z0-9_-]{22}");

  /**
   * @throws ProblemException {@code not-found} if it is malformed
   */
  public SessionId {
    if (!wellFormed(text)) {
      throw new ProblemException(ProblemType.NOT_FOUND);
    }
  }

  public static SessionId random(SecureRandom random) {
    return new SessionId("se_" + RandomId.next(random));
  }

  /** Empty if it is malformed. */
  public static Optional<SessionId> of(String text) {
    return wellFormed(text) ? Optional.of(new SessionId(text)) : Optional.empty();
  }

  private static boolean wellFormed(String text) {
    return FORM.matcher(text).matches();
  }
}
