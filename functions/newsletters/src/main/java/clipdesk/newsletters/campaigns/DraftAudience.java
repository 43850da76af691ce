package clipdesk.newsletters.campaigns;

import clipdesk.common.json.RequestBody;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.deliveries.Tally;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The member {@code audience} of a draft: whom another campaign of its topic passed over. That one
 * must be at its end, where no row changes any more but by a late word of SES or a decision.
 */
@OfEditors
@Singleton
final class DraftAudience {
  private static final String NAME = "audience";
  private static final String ID = NAME + "/campaignId";

  private final Campaigns campaigns;
  private final CampaignReport report;

  DraftAudience(Campaigns campaigns, CampaignReport report) {
    this.campaigns = campaigns;
    this.report = report;
  }

  /** As it stands in a request; empty if it is not there, or broken and recorded so. */
  static Optional<PassedOver> read(RequestBody members) {
    return members
        .optionalObject(NAME)
        .flatMap(
            audience -> {
              var id = audience.text("campaignId", 1, 64);
              var named = audience.text("state", 1, 20);
              var reason = audience.optionalText("reason", 1, 64);
              var state = DeliveryState.told(named).filter(PassedOver::possible);
              if (state.isEmpty() && !audience.refused("state")) {
                audience.refuse("state", "unknown-state", "failed or skipped");
              }
              return state.map(it -> new PassedOver(id, it, reason));
            });
  }

  /**
   * Refuses a campaign that is none, not at its end or of another topic, and a reason of nobody.
   */
  void check(RequestBody members, String topic, PassedOver whom) {
    if (members.refused(NAME)) {
      return;
    }
    var source = Editors.known(campaigns, whom.campaignId());
    if (source.isEmpty()) {
      members.refuse(ID, "unknown-campaign", "There is no such campaign");
      return;
    }
    if (!source.get().topic().equals(topic)) {
      members.refuse(ID, "other-topic", "It is of another topic");
    }
    var rows = report.rows(whom.campaignId());
    boolean over = source.get().is("sent") || source.get().is("cancelled");
    if (!over || rows.pending() + rows.claimed() > 0) {
      members.refuse(ID, "unfinished", "It is not at its end yet");
    } else if (whom.reason()
        .filter(it -> !reasons(rows.closed(), whom).containsKey(it))
        .isPresent()) {
      members.refuse(NAME + "/reason", "unknown-reason", "It left out nobody for this reason");
    }
  }

  private static Map<String, Long> reasons(Tally closed, PassedOver whom) {
    return whom.state() == DeliveryState.FAILED ? closed.failed() : closed.skipped();
  }

  static void put(Map<String, Object> view, Campaign campaign) {
    campaign.passedOver().ifPresent(it -> view.put(NAME, view(it)));
  }

  private static Map<String, Object> view(PassedOver whom) {
    var view = new LinkedHashMap<String, Object>();
    view.put("campaignId", whom.campaignId());
    view.put("state", whom.state().text());
    whom.reason().ifPresent(it -> view.put("reason", it));
    return view;
  }
}
