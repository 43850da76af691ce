package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.newsletters.OfEditors;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an editor of one campaign reads besides: its texts as they were written, and its history.
 */
@OfEditors
@Singleton
final class CampaignDetails {
  /** More than any campaign has; they come with one read. */
  private static final int MOST_CHANGES = 100;

  private final Campaigns campaigns;
  private final CampaignHistory history;
  private final EditorAddresses addresses;

  CampaignDetails(Campaigns campaigns, CampaignHistory history, EditorAddresses addresses) {
    this.campaigns = campaigns;
    this.history = history;
    this.addresses = addresses;
  }

  Map<String, Object> of(String campaignId) {
    var details = new LinkedHashMap<String, Object>();
    campaigns.content(campaignId).ifPresent(it -> details.put("content", it.texts()));
    var known = new HashMap<String, Optional<String>>();
    details.put(
        "history",
        history.newest(campaignId, MOST_CHANGES).stream()
            .map(it -> view(it, known.computeIfAbsent(it.by(), this::address)))
            .toList());
    return details;
  }

  private Optional<String> address(String by) {
    return addresses.find(by).map(it -> it.email().text());
  }

  private static Map<String, Object> view(Change change, Optional<String> address) {
    var view = new LinkedHashMap<String, Object>();
    view.put("act", change.act().text());
    view.put("at", Json.instant(change.at()));
    view.put("by", change.by());
    address.ifPresent(it -> view.put("email", it));
    change.reason().ifPresent(it -> view.put("reason", it));
    if (!change.parts().isEmpty()) {
      view.put("parts", change.parts());
    }
    view.put("revision", change.revision());
    return view;
  }
}
