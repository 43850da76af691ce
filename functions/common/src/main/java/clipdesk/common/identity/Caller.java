package clipdesk.common.identity;

import static java.util.Objects.requireNonNull;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The signed-in person behind a request.
 *
 * @param accountId Cognito's {@code sub}
 * @param groups names of the Cognito groups the account is in
 * @param authenticatedAt when the password was last proven ({@code auth_time})
 * @param email the proven address, if the token carries it
 * @param tokenFamily what all tokens of one session have in common ({@code origin_jti}), if the
 *     token carries it
 */
public record Caller(
    String accountId,
    Set<String> groups,
    Instant authenticatedAt,
    Optional<String> email,
    Optional<String> tokenFamily) {
  private static final String EDITORS = "editors";

  public Caller {
    requireNonNull(accountId);
    groups = Set.copyOf(groups);
    requireNonNull(authenticatedAt);
    requireNonNull(email);
    requireNonNull(tokenFamily);
  }

  public boolean editor() {
    return groups.contains(EDITORS);
  }

  /**
   * @throws ProblemException {@code forbidden} unless they are an editor
   */
  public void requireEditor() {
    if (!editor()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only editors may do this");
    }
  }
}
