package clipdesk.newsletters.sending;

import clipdesk.newsletters.sending.Mailer.Outcome;
import java.util.Optional;

/**
 * Tells an outage from the bad luck of one recipient. It counts for one process, in which so few
 * mails are under way at once that an outage leaves five in doubt and not the list.
 */
final class Breaker {
  static final int UNKNOWN_IN_A_ROW = 5;
  static final int REFUSED_WITHOUT_SUCCESS = 20;

  private int unknown;
  private int refused;

  /** Why a campaign is to be paused, if it is. */
  synchronized Optional<String> after(Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _ -> {
        unknown = 0;
        refused = 0;
      }
      case Outcome.Unknown _ -> unknown++;
      case Outcome.Rejected _, Outcome.NeverSent _ -> {
        unknown = 0;
        refused++;
      }
      case Outcome.Throttled _, Outcome.OverQuota _, Outcome.SenderRefused _ -> unknown = 0;
    }
    if (unknown >= UNKNOWN_IN_A_ROW) {
      unknown = 0;
      return Optional.of("ses-unreachable");
    }
    if (refused >= REFUSED_WITHOUT_SUCCESS) {
      refused = 0;
      return Optional.of("too-many-failures");
    }
    return Optional.empty();
  }
}
