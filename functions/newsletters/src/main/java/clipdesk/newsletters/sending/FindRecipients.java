package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.Planning.Segment;

/**
 * Whom a campaign is for, a page of one bucket at a time: whoever got its topic when it was
 * started, or of these only those whom another campaign passed over. Both are looked through in the
 * order of recipients, so a checkpoint is the same in either.
 */
final class FindRecipients {
  private final Planning planning;
  private final OpenDeliveries ledger;

  FindRecipients(Planning planning, OpenDeliveries ledger) {
    this.planning = planning;
    this.ledger = ledger;
  }

  /**
   * @param segment where to go on
   * @param limit how many are looked at
   */
  Planning.Page page(Campaign campaign, Segment segment, int limit) {
    var startedAt = campaign.startedAt().orElseThrow();
    return campaign
        .passedOver()
        .map(
            whom -> {
              var rows = ledger.passedOver(whom, segment.bucket(), segment.lastKey(), limit);
              var people = rows.rows().stream().map(it -> it.id().subscriberId()).toList();
              return new Planning.Page(
                  planning.subscribed(campaign.topic(), people, startedAt), rows.next());
            })
        .orElseGet(
            () ->
                planning.audience(
                    campaign.topic(), segment.bucket(), segment.lastKey(), limit, startedAt));
  }
}
