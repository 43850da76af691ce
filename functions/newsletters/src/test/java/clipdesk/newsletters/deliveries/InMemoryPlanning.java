package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checkpoints in memory, and the audience of the subscribers there. */
@Singleton
@Replaces(value = Planning.class, factory = DeliveriesWiring.class)
public final class InMemoryPlanning implements Planning {
  private final InMemorySubscribers subscribers;
  private final Map<String, Segment> segments = new TreeMap<>();

  public InMemoryPlanning(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  /** What the start of a campaign does. */
  public void begin(String campaignId) {
    Subscriber.buckets()
        .forEach(it -> segments.putIfAbsent(campaignId + "#" + it, Segment.begun(it)));
  }

  @Override
  public synchronized List<Segment> segments(String campaignId) {
    return segments.entrySet().stream()
        .filter(it -> it.getKey().startsWith(campaignId + "#"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public synchronized Optional<Segment> segment(String campaignId, String bucket) {
    return Optional.ofNullable(segments.get(campaignId + "#" + bucket));
  }

  @Override
  public synchronized boolean moveOn(String campaignId, Segment from, Segment to) {
    var present = segments.get(campaignId + "#" + from.bucket());
    boolean fits =
        present != null && !present.planned() && present.lastKey().equals(from.lastKey());
    if (fits) {
      segments.put(campaignId + "#" + from.bucket(), to);
    }
    return fits;
  }

  @Override
  public Page audience(
      String topic, String bucket, Optional<String> after, int limit, Instant until) {
    var members =
        subscribers.members(topic).entrySet().stream()
            .filter(it -> Subscriber.bucket(it.getKey()).equals(bucket))
            .filter(it -> after.filter(at -> it.getKey().compareTo(at) <= 0).isEmpty())
            .toList();
    var page = members.subList(0, Math.min(limit, members.size()));
    return new Page(
        page.stream().filter(it -> !it.getValue().isAfter(until)).map(Map.Entry::getKey).toList(),
        page.size() < members.size() ? Optional.of(page.getLast().getKey()) : Optional.empty());
  }

  @Override
  public List<String> subscribed(String topic, List<String> among, Instant until) {
    var members = subscribers.members(topic);
    return among.stream()
        .filter(it -> members.containsKey(it) && !members.get(it).isAfter(until))
        .toList();
  }
}
