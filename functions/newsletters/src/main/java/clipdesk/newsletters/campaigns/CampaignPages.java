package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.OfEditors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;

/** Campaigns in one state, newest first, page by page. */
@OfEditors
@Singleton
final class CampaignPages {
  /** So many are looked at for a page, which may be short or empty because of it. */
  private static final int LOOKED_AT = 200;

  private final Campaigns campaigns;

  CampaignPages(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * @param state all if it is empty
   */
  Campaigns.Page page(Optional<String> state, Optional<String> after, int limit) {
    var found = new ArrayList<Campaign>();
    var last = after;
    for (int looked = 0; looked < LOOKED_AT; ) {
      // Never more than still fit: a page ends where the store's does.
      int asked = limit - found.size();
      var page = campaigns.page(last, asked);
      page.campaigns().stream()
          .filter(it -> state.isEmpty() || it.is(state.get()))
          .forEach(found::add);
      last = page.lastKey();
      looked += asked;
      if (found.size() == limit || last.isEmpty()) {
        break;
      }
    }
    return new Campaigns.Page(found, last);
  }
}
