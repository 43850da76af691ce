package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.sending.Setbacks.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells an outage from the bad luck of one recipient. It counts for a campaign, whoever sends it,
 * so an outage leaves five in doubt, and whoever was under way by then. While all goes well it asks
 * nothing of the table: a sender takes back what it has counted itself, with its next success.
 */
final class Breaker {
  static final int UNKNOWN_IN_A_ROW = 5;
  static final int REFUSED_WITHOUT_SUCCESS = 20;

  private final Setbacks setbacks;

  /** Campaigns of which this process has counted setbacks since their last success here. */
  private final Set<String> counted = ConcurrentHashMap.newKeySet();

  Breaker(Setbacks setbacks) {
    this.setbacks = setbacks;
  }

  /** Why a campaign is to be paused, if it is. */
  Optional<String> after(Campaign campaign, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> {
        if (counted.remove(campaign.id())) {
          setbacks.over(campaign);
        }
        yield Optional.empty();
      }
      case Outcome.Unknown _ ->
          Optional.of("ses-unreachable")
              .filter(_ -> add(campaign, Kind.UNKNOWN) >= UNKNOWN_IN_A_ROW);
      case Outcome.Rejected _, Outcome.NeverSent _ ->
          Optional.of("too-many-failures")
              .filter(_ -> add(campaign, Kind.REFUSED) >= REFUSED_WITHOUT_SUCCESS);
      case Outcome.Throttled _, Outcome.OverQuota _, Outcome.SenderRefused _ -> {
        if (counted.contains(campaign.id())) {
          setbacks.answered(campaign);
        }
        yield Optional.empty();
      }
    };
  }

  private long add(Campaign campaign, Kind kind) {
    long many = setbacks.add(campaign, kind);
    // Afterwards: a success that is marked in between takes back nothing, the next one does.
    counted.add(campaign.id());
    return many;
  }
}
