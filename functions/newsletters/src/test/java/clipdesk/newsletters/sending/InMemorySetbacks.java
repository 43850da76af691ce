package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Setbacks in memory, for as many senders as share it. */
final class InMemorySetbacks implements Setbacks {
  private final Map<String, Long> runs = new HashMap<>();
  private final Map<String, Map<Kind, Long>> counts = new HashMap<>();

  @Override
  public synchronized long add(Campaign campaign, Kind kind) {
    long run = runs.getOrDefault(campaign.id(), 0L);
    if (run > campaign.version()) {
      return 0;
    }
    if (run < campaign.version()) {
      runs.put(campaign.id(), campaign.version());
      counts.put(campaign.id(), new EnumMap<>(Kind.class));
    }
    if (kind == Kind.REFUSED) {
      answered(campaign);
    }
    return counts.get(campaign.id()).merge(kind, 1L, Long::sum);
  }

  @Override
  public synchronized void answered(Campaign campaign) {
    reset(campaign, Kind.UNKNOWN);
  }

  @Override
  public synchronized void over(Campaign campaign) {
    reset(campaign, Kind.UNKNOWN, Kind.REFUSED);
  }

  private void reset(Campaign campaign, Kind... kinds) {
    if (runs.getOrDefault(campaign.id(), 0L) == campaign.version()) {
      for (var kind : kinds) {
        counts.get(campaign.id()).put(kind, 0L);
      }
    }
  }
}
