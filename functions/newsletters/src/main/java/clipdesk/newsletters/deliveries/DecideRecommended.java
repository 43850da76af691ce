package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.Evidence.Recommendation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parked rows with what speaks for each, and the decision about all for which enough does. */
public final class DecideRecommended {
  private static final int PAGE = 100;

  private final OpenDeliveries openDeliveries;
  private final CampaignCounts counts;
  private final DecideDelivery decideDelivery;
  private final InstantSource clock;

  public DecideRecommended(
      OpenDeliveries openDeliveries,
      CampaignCounts counts,
      DecideDelivery decideDelivery,
      InstantSource clock) {
    this.openDeliveries = openDeliveries;
    this.counts = counts;
    this.decideDelivery = decideDelivery;
    this.clock = clock;
  }

  /** A parked row, and what its neighbours say. */
  public record Parked(Delivery row, Evidence evidence, Recommendation recommendation) {}

  /**
   * @param next where the next page begins, if there is one
   */
  public record Page(List<Parked> rows, Optional<String> next) {}

  public Page parked(String campaignId, Optional<String> after, int limit) {
    var page = openDeliveries.parked(campaignId, after, limit);
    var now = clock.instant();
    Map<Object, Evidence> known = new HashMap<>();
    var rows = new ArrayList<Parked>();
    for (var row : page.rows()) {
      var at = row.claim().orElseThrow().at();
      var evidence = known.computeIfAbsent(Evidence.slot(at), _ -> counts.evidence(campaignId, at));
      rows.add(new Parked(row, evidence, evidence.recommend(at, now)));
    }
    return new Page(rows, page.next());
  }

  /** Resends whatever SES all but certainly never took; who that is. */
  public List<DeliveryId> resend(String campaignId, String by) {
    var resent = new ArrayList<DeliveryId>();
    Optional<String> after = Optional.empty();
    do {
      var page = parked(campaignId, after, PAGE);
      for (var parked : page.rows()) {
        var decision = new Decision(Choice.RESEND, by, clock.instant());
        if (parked.recommendation() == Recommendation.RESEND
            && decideDelivery.decide(parked.row().id(), decision).decided()) {
          resent.add(parked.row().id());
        }
      }
      after = page.next();
    } while (after.isPresent());
    return resent;
  }
}
