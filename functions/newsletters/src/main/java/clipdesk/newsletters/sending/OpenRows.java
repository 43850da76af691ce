package clipdesk.newsletters.sending;

import static clipdesk.newsletters.deliveries.DeliveryChanges.ROWS_AT_ONCE;
import static clipdesk.newsletters.deliveries.Evidence.WORDS_COME;
import static clipdesk.newsletters.sending.PlanBucket.RECIPIENTS_PER_MESSAGE;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through the rows of a campaign that are open or not counted, at most {@link #PAGES} pages at
 * once; where it stopped it goes on the next time.
 */
final class OpenRows {
  /** 100 rows each: a run of some seconds, however many rows are open. */
  static final int PAGES = 100;

  private static final int PAGE = 100;
  private static final Duration WITHOUT_SENDER = Duration.ofMinutes(10);

  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final OpenDeliveries openDeliveries;
  private final DeliveryChanges changes;
  private final Outgoing outgoing;
  private final SideBySide sideBySide;
  private final Duration wordOfSes;
  private final InstantSource clock;

  /**
   * @param wordOfSes how long a claim waits for an event of SES
   */
  OpenRows(
      Campaigns campaigns,
      Deliveries deliveries,
      OpenDeliveries openDeliveries,
      DeliveryChanges changes,
      Outgoing outgoing,
      SideBySide sideBySide,
      Duration wordOfSes,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.deliveries = deliveries;
    this.openDeliveries = openDeliveries;
    this.changes = changes;
    this.outgoing = outgoing;
    this.sideBySide = sideBySide;
    this.wordOfSes = wordOfSes;
    this.clock = clock;
  }

  /**
   * @param all whether all rows were seen
   * @param settled whether all rows were seen, and none is PENDING or CLAIMED or waits for word of
   *     it
   * @param none whether all rows were looked for, and none is open or not counted
   * @param pending how many wait for a sender, of those seen
   * @param claimed how many are claimed, of those seen
   * @param parked how many were parked now
   */
  record Seen(boolean all, boolean settled, boolean none, int pending, int claimed, int parked) {}

  Seen look(Campaign campaign, Optional<String> cursor) {
    var walk = new Walk(campaign, outgoing.sendsIdle());
    var bucket = cursor.map(it -> it.substring(0, 1)).orElse("0");
    var after = cursor.map(it -> it.substring(1)).filter(it -> !it.isEmpty());
    for (int page = 0; page < PAGES; page++) {
      var rows = openDeliveries.open(campaign.id(), bucket, after, PAGE);
      walk.see(bucket, rows.rows());
      after = rows.next();
      if (after.isEmpty()) {
        var next = Subscriber.bucketAfter(bucket);
        bucket = next.orElse(bucket);
        if (next.isEmpty()) {
          if (cursor.isPresent()) {
            campaigns.looked(campaign.id(), Optional.empty());
          }
          return walk.seen(cursor.isEmpty());
        }
      }
    }
    campaigns.looked(campaign.id(), Optional.of(bucket + after.orElse("")));
    return walk.seen(/* whole= */ false);
  }

  private final class Walk {
    private final Campaign campaign;
    private final boolean idle;
    private final Instant now = clock.instant();
    private int open;
    private int unsettled;
    private int pending;
    private int claimed;
    private int parked;

    Walk(Campaign campaign, boolean idle) {
      this.campaign = campaign;
      this.idle = idle;
    }

    void see(String bucket, List<Delivery> rows) {
      var waiting = new ArrayList<Delivery>();
      var closed = new ArrayList<Delivery>();
      var cancelled = new ArrayList<Delivery>();
      for (var row : rows) {
        open++;
        switch (row.state()) {
          case CLAIMED -> {
            unsettled++;
            claimed++;
            park(row);
          }
          case PENDING -> {
            unsettled++;
            pending++;
            if (campaign.is("cancelled")) {
              cancelled.add(row);
            } else if (goes(row) && row.plannedAt().filter(olderThan(WITHOUT_SENDER)).isPresent()) {
              waiting.add(row);
            }
          }
          case PARKED -> {
            // Waits for a person.
          }
          case SENT, FAILED, SKIPPED -> {
            if (waitsForWords(row)) {
              unsettled++;
            } else if (!row.known().counted()) {
              closed.add(row);
            }
          }
        }
      }
      sideBySide.each(cancelled, it -> deliveries.skip(it.id(), "cancelled"));
      count(closed);
      if (idle && !waiting.isEmpty()) {
        requeue(bucket, waiting);
      }
    }

    private boolean waitsForWords(Delivery row) {
      return row.is(DeliveryState.SENT)
          && !row.known().counted()
          && !row.known().heardOfItsEnd()
          && row.claim().filter(it -> !olderThan(WORDS_COME).test(it.at())).isPresent();
    }

    /** Each by itself if a word about one of them comes in between. */
    private void count(List<Delivery> closed) {
      for (int from = 0; from < closed.size(); from += ROWS_AT_ONCE) {
        var some = closed.subList(from, Math.min(closed.size(), from + ROWS_AT_ONCE));
        if (!changes.count(some)) {
          some.forEach(it -> changes.count(List.of(it)));
        }
      }
    }

    private boolean goes(Delivery row) {
      return campaign.is("sending") || (campaign.is("sent") && row.resent());
    }

    private void park(Delivery row) {
      row.claim()
          .filter(claim -> olderThan(wordOfSes).test(claim.at()))
          .filter(claim -> openDeliveries.park(row.id(), claim.id()))
          .ifPresent(_ -> parked++);
    }

    /** Whoever was in vain before is a message of their own, and holds no neighbours up. */
    private void requeue(String bucket, List<Delivery> rows) {
      var messages = new ArrayList<BatchToSend>();
      var together = rows.stream().filter(it -> it.requeues() == 0).map(Walk::recipient).toList();
      for (int from = 0; from < together.size(); from += RECIPIENTS_PER_MESSAGE) {
        int to = Math.min(together.size(), from + RECIPIENTS_PER_MESSAGE);
        messages.add(message(bucket, List.copyOf(together.subList(from, to))));
      }
      rows.stream()
          .filter(it -> it.requeues() > 0)
          .forEach(it -> messages.add(message(bucket, List.of(recipient(it)))));
      sideBySide.each(rows, it -> openDeliveries.requeued(it.id()));
      outgoing.send(messages);
    }

    private BatchToSend message(String bucket, List<String> recipients) {
      return new BatchToSend(campaign.id(), bucket, recipients);
    }

    private static String recipient(Delivery row) {
      return row.id().subscriberId();
    }

    private Predicate<Instant> olderThan(Duration age) {
      return instant -> instant.isBefore(now.minus(age));
    }

    Seen seen(boolean whole) {
      return new Seen(whole, whole && unsettled == 0, whole && open == 0, pending, claimed, parked);
    }
  }
}
