package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.subscriptions.Audiences;
import clipdesk.newsletters.subscriptions.Audiences.Audience;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.inject.Singleton;
import java.util.Optional;

/** For how many a campaign would be if it were started now. */
@OfEditors
@Singleton
final class CountAudience {
  /** Of a ledger, for each question: about what one answer of the table has room for. */
  private static final int LOOKED_AT = 2_000;

  private final Audiences audiences;
  private final OpenDeliveries ledger;

  CountAudience(Audiences audiences, OpenDeliveries ledger) {
    this.audiences = audiences;
    this.ledger = ledger;
  }

  Audience of(Campaign campaign) {
    return campaign
        .passedOver()
        .map(it -> passedOver(campaign.topic(), it))
        .orElseGet(() -> audiences.of(campaign.topic()));
  }

  private Audience passedOver(String topic, PassedOver whom) {
    var all = Audience.none();
    for (var bucket : Subscriber.buckets()) {
      Optional<String> after = Optional.empty();
      do {
        var page = ledger.passedOver(whom, bucket, after, LOOKED_AT);
        var people = page.rows().stream().map(it -> it.id().subscriberId()).toList();
        all = all.plus(audiences.among(topic, people));
        after = page.next();
      } while (after.isPresent());
    }
    return all;
  }
}
