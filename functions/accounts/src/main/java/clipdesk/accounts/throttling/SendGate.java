package clipdesk.accounts.throttling;

import java.time.Instant;
import java.util.List;

/**
 * Lets code mails to an address pass, or not, whether or not the address has an account: so a
 * refusal tells nothing.
 */
public interface SendGate {
  /**
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests} with {@code reason}
   *     cool-down, hourly or daily
   */
  void pass(String email, Instant now);

  /** When mails went to an address lately, oldest first. */
  List<Instant> sends(String email);
}
