package clipdesk.newsletters.campaigns;

import java.util.List;

/** Who did what to a campaign; it is written with what was done, or not at all. */
public interface CampaignHistory {
  /**
   * Newest first; what cannot be read is left out.
   *
   * @param limit at most 100
   */
  List<Change> newest(String campaignId, int limit);
}
