package clipdesk.newsletters.history;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.RecipientView;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which campaigns went to somebody, and what became of their mails: newest first. */
@Singleton
final class PersonalDeliveries {
  private final Campaigns campaigns;
  private final Deliveries deliveries;

  PersonalDeliveries(Campaigns campaigns, Deliveries deliveries) {
    this.campaigns = campaigns;
    this.deliveries = deliveries;
  }

  /**
   * @param next where the next page begins, if there is one
   */
  record Page(List<Map<String, Object>> items, Optional<String> next) {}

  /**
   * @param subscriberIds of one person
   * @param limit how many campaigns are looked at, 100 at most: a page may be short, or empty
   */
  Page page(List<String> subscriberIds, Optional<String> after, int limit) {
    var page = campaigns.page(after, limit);
    var ids = page.campaigns().stream().map(Campaign::id).toList();
    var rows = subscriberIds.stream().flatMap(it -> deliveries.of(it, ids).stream()).toList();
    var items = new ArrayList<Map<String, Object>>();
    for (var campaign : page.campaigns()) {
      rows.stream()
          .filter(it -> it.id().campaignId().equals(campaign.id()))
          .forEach(it -> items.add(view(campaign, it)));
    }
    return new Page(items, page.lastKey());
  }

  /** As the person may see it: who decided about their mail is nothing to them. */
  private static Map<String, Object> view(Campaign campaign, Delivery row) {
    var view = new LinkedHashMap<String, Object>();
    view.put("campaignId", campaign.id());
    view.put("topic", campaign.topic());
    view.putAll(RecipientView.of(row));
    view.keySet().removeAll(List.of("subscriberId", "decision", "decidedBy", "decidedAt"));
    return view;
  }
}
