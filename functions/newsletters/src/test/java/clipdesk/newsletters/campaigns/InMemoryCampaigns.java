package clipdesk.newsletters.campaigns;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Campaigns by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(value = Campaigns.class, factory = CampaignsWiring.class)
public final class InMemoryCampaigns implements Campaigns {
  private final Map<String, Campaign> campaigns = new TreeMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, Long> buckets = new HashMap<>();

  @Override
  public boolean create(Campaign campaign, String bodyHash) {
    hashes.putIfAbsent(campaign.id(), bodyHash);
    return campaigns.putIfAbsent(campaign.id(), campaign) == null;
  }

  @Override
  public Optional<Campaign> find(String id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  @Override
  public Optional<Campaign> expect(String id) {
    return find(id);
  }

  @Override
  public Optional<String> bodyHash(String id) {
    return Optional.ofNullable(hashes.get(id));
  }

  @Override
  public List<Campaign> all() {
    return List.copyOf(campaigns.values());
  }

  @Override
  public boolean move(Campaign from, String to, Instant now) {
    var present = campaigns.get(from.id());
    if (present == null
        || !present.state().equals(from.state())
        || present.version() != from.version()) {
      return false;
    }
    campaigns.put(from.id(), copy(present, to, present.version() + 1, present.testedRevision()));
    return true;
  }

  @Override
  public void tested(String id, long revision) {
    campaigns.computeIfPresent(
        id,
        (_, it) -> it.revision() == revision ? copy(it, it.state(), it.version(), revision) : it);
  }

  @Override
  public void planned(String id, String bucket, long rows) {
    buckets.put(id + "#" + bucket, rows);
  }

  @Override
  public int plannedBuckets(String id) {
    return (int) buckets.keySet().stream().filter(it -> it.startsWith(id + "#")).count();
  }

  @Override
  public List<String> audience(String topic, String bucket, Instant before) {
    return List.of();
  }

  private static Campaign copy(Campaign it, String state, long version, long tested) {
    return new Campaign(
        it.id(), it.name(), it.topic(), state, version, it.revision(), tested, it.content());
  }
}
