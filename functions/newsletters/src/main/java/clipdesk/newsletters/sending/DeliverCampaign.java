package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import java.time.Instant;
import java.util.List;

/**
 * Delivers a message's mails, some at once, each at its slot. Rows that are not PENDING cost
 * neither a slot nor anything else, so a repeated message ends at once.
 */
final class DeliverCampaign {
  /** More would leave more in doubt when SES is gone. */
  static final int AT_ONCE = Breaker.UNKNOWN_IN_A_ROW;

  /** Who makes a sender fail for so long, by themselves, is given up. */
  private static final int TRIES_ALONE = 3;

  private final LiveCampaigns live;
  private final Deliveries deliveries;
  private final DeliverMail deliverMail;
  private final CampaignCounts counts;
  private final Pace pace;
  private final SendQuota quota;
  private final Places places;

  DeliverCampaign(
      LiveCampaigns live,
      Deliveries deliveries,
      DeliverMail deliverMail,
      CampaignCounts counts,
      Pace pace,
      SendQuota quota,
      Places places) {
    this.live = live;
    this.deliveries = deliveries;
    this.deliverMail = deliverMail;
    this.counts = counts;
    this.pace = pace;
    this.quota = quota;
    this.places = places;
  }

  /**
   * @param until when no further mail is begun
   * @return whom it is to be tried for again
   */
  List<String> deliver(BatchToSend batch, Instant until) {
    var waiting =
        deliveries.read(batch.campaignId(), batch.subscribers()).stream()
            .filter(it -> it.is(DeliveryState.PENDING) && live.letting(it).isPresent())
            .toList();
    if (waiting.isEmpty()) {
      return List.of();
    }
    if (quota.usedUp()) {
      live.letting(waiting.getFirst()).ifPresent(it -> live.pause(it, "daily-quota"));
      return List.of();
    }
    // What all have in common is at hand before anybody is tried.
    live.letters(batch.campaignId());
    if (batch.subscribers().size() == 1 && stuck(waiting.getFirst().id())) {
      return List.of();
    }
    var left = deliver(waiting, until);
    int done = waiting.size() - left.size();
    if (done > 0) {
      counts.addDone(batch.campaignId(), done);
    }
    return left;
  }

  private boolean stuck(DeliveryId alone) {
    boolean stuck = deliveries.tried(alone) > TRIES_ALONE;
    if (stuck) {
      deliveries.giveUp(alone, "stuck");
    }
    return stuck;
  }

  private List<String> deliver(List<Delivery> waiting, Instant until) {
    int atOnce = atOnce();
    var rows = new RowsWithSlots(waiting, pace, deliverMail::isOver, atOnce, until);
    places.fill(
        atOnce,
        rows::next,
        row -> {
          if (deliverMail.deliver(row.delivery(), row.slot(), until)) {
            rows.settled();
          } else {
            rows.tryAgain(row);
          }
        });
    return rows.left();
  }

  /** At most a second of the rate. */
  private int atOnce() {
    long slot = Math.max(1, pace.slot().toNanos());
    return Math.clamp(1_000_000_000L / slot, 1, AT_ONCE);
  }
}
