package clipdesk.accounts.profile;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.util.Optional;

/** Strong tags {@code "v7"} and the conditions that name them (RFC 9110, 13.1). */
final class EntityTags {
  private EntityTags() {}

  static String of(long version) {
    return "\"v" + version + "\"";
  }

  /**
   * @throws ProblemException {@code precondition-required} or {@code precondition-failed} unless
   *     {@code If-Match} names the version
   */
  static void require(Optional<String> ifMatch, long version) {
    if (ifMatch.filter(it -> !it.equals("*")).isEmpty()) {
      throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, "Send If-Match");
    }
    if (!ifMatch.get().equals(of(version))) {
      throw stale(version);
    }
  }

  static ProblemException stale(long version) {
    return new ProblemException(ProblemType.PRECONDITION_FAILED, "Read it again first")
        .withHeader("ETag", of(version));
  }
}
