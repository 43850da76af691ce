package clipdesk.media.clips;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who asked for which clip; clips themselves belong to everybody. */
interface Requesters {
  void asked(String accountId, String clipId, String label, Instant now);

  /** Newest first. */
  Page clipsOf(String accountId, int limit, Map<String, String> after);

  /**
   * Counts requests and new clips of an account.
   *
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests}, {@code
   *     quota-exceeded}
   */
  void count(String kind, String accountId, long amount, long limit, Instant now);

  /** Clip ids and where the page ended. */
  record Page(List<String> clipIds, Map<String, String> lastKey) {}
}
