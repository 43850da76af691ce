package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The recipients of a campaign that are in some state, page by page. */
@OfEditors
@Singleton
final class RecipientPages {
  /** So many rows are looked at for a page, which may be short or empty because of it. */
  private static final int LOOKED_AT = 20_000;

  private static final int READ = 500;

  private final OpenDeliveries openDeliveries;

  RecipientPages(OpenDeliveries openDeliveries) {
    this.openDeliveries = openDeliveries;
  }

  /**
   * @param next where the next page begins, if there is one
   */
  record Page(List<Delivery> rows, Optional<String> next) {}

  Page page(String campaignId, Set<DeliveryState> states, Optional<String> after, int limit) {
    var found = new ArrayList<Delivery>();
    var bucket = after.map(it -> it.substring(0, 1)).orElse("0");
    var last = after.map(it -> it.substring(1)).filter(it -> !it.isEmpty());
    for (int looked = 0; looked < LOOKED_AT; looked += READ) {
      var page = openDeliveries.all(campaignId, bucket, last, READ);
      for (var row : page.rows()) {
        if (states.contains(row.state())) {
          found.add(row);
          if (found.size() == limit) {
            return new Page(found, Optional.of(bucket + row.id().subscriberId()));
          }
        }
      }
      last = page.next();
      if (last.isEmpty()) {
        var next = Subscriber.bucketAfter(bucket);
        if (next.isEmpty()) {
          return new Page(found, Optional.empty());
        }
        bucket = next.get();
      }
    }
    return new Page(found, Optional.of(bucket + last.orElse("")));
  }
}
