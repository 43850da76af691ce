package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ledger of a bucket page by page: rows, then hints to the senders, then the checkpoint.
 * Killed anywhere, it does a page again, which changes no row and hints once more.
 */
final class PlanBucket {
  static final int RECIPIENTS_PER_MESSAGE = 25;
  private static final int PAGE = 500;
  private static final int OPEN_PAGE = 100;

  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final OpenDeliveries openDeliveries;
  private final Planning planning;
  private final FindRecipients findRecipients;
  private final Outgoing outgoing;
  private final SideBySide sideBySide;
  private final InstantSource clock;

  PlanBucket(
      Campaigns campaigns,
      Deliveries deliveries,
      OpenDeliveries openDeliveries,
      Planning planning,
      Outgoing outgoing,
      SideBySide sideBySide,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.deliveries = deliveries;
    this.openDeliveries = openDeliveries;
    this.planning = planning;
    this.findRecipients = new FindRecipients(planning, openDeliveries);
    this.outgoing = outgoing;
    this.sideBySide = sideBySide;
    this.clock = clock;
  }

  /**
   * @param until when no further page is begun; what is left then is told anew
   */
  void plan(BucketToPlan message, Instant until) {
    switch (message.mode()) {
      case PLAN -> write(message, until);
      case REQUEUE ->
          openRows(message, "sending", until, rows -> outgoing.send(hints(message, rows)));
      case CANCEL ->
          openRows(
              message,
              "cancelled",
              until,
              rows -> sideBySide.each(rows, it -> deliveries.skip(it.id(), "cancelled")));
    }
  }

  private void write(BucketToPlan message, Instant until) {
    while (true) {
      var segment = planning.segment(message.campaignId(), message.bucket());
      var campaign = campaigns.expect(message.campaignId()).filter(it -> it.is("sending"));
      if (segment.filter(it -> !it.planned()).isEmpty() || campaign.isEmpty()) {
        return;
      }
      if (!clock.instant().isBefore(until)) {
        outgoing.plan(message);
        return;
      }
      page(campaign.get(), segment.get(), message);
    }
  }

  private void page(Campaign campaign, Segment segment, BucketToPlan message) {
    var page = findRecipients.page(campaign, segment, PAGE);
    var now = clock.instant();
    sideBySide.each(
        page.subscribers(), it -> deliveries.plan(new DeliveryId(campaign.id(), it), now));
    outgoing.send(batches(message, page.subscribers()));
    planning.moveOn(
        campaign.id(),
        segment,
        page.lastKey()
            .map(it -> segment.upTo(it, page.subscribers().size()))
            .orElseGet(() -> segment.planned(rows(campaign.id(), segment.bucket()))));
  }

  /** The rows that there are: a page that was done twice, or a person who left, miscounts none. */
  private long rows(String campaignId, String bucket) {
    return openDeliveries.counts(campaignId, bucket).values().stream().mapToLong(it -> it).sum();
  }

  /** Rows that are not reached in time are found by the tick. */
  private void openRows(
      BucketToPlan message,
      String state,
      Instant until,
      java.util.function.Consumer<List<Delivery>> work) {
    Optional<String> after = Optional.empty();
    do {
      if (campaigns.expect(message.campaignId()).filter(it -> it.is(state)).isEmpty()) {
        return;
      }
      var page = openDeliveries.open(message.campaignId(), message.bucket(), after, OPEN_PAGE);
      work.accept(page.rows().stream().filter(it -> it.state() == DeliveryState.PENDING).toList());
      after = page.next();
    } while (after.isPresent() && clock.instant().isBefore(until));
  }

  private static List<BatchToSend> hints(BucketToPlan message, List<Delivery> rows) {
    return batches(message, rows.stream().map(it -> it.id().subscriberId()).toList());
  }

  private static List<BatchToSend> batches(BucketToPlan message, List<String> recipients) {
    var batches = new ArrayList<BatchToSend>();
    for (int from = 0; from < recipients.size(); from += RECIPIENTS_PER_MESSAGE) {
      int to = Math.min(recipients.size(), from + RECIPIENTS_PER_MESSAGE);
      batches.add(
          new BatchToSend(
              message.campaignId(), message.bucket(), List.copyOf(recipients.subList(from, to))));
    }
    return batches;
  }
}
