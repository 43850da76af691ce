package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.Video;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue in memory. */
@Singleton
@Replaces(DynamoVideos.class)
public final class InMemoryVideos implements Videos, VideoRows {
  private final Map<String, Video> rows = new ConcurrentHashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();

  @Override
  public Optional<Video> find(String videoId) {
    return Optional.ofNullable(rows.get(videoId));
  }

  @Override
  public synchronized boolean lease(String videoId, String owner, Instant now, Instant until) {
    var held = leases.get(videoId);
    if (held != null && !held.until().isBefore(now)) {
      return false;
    }
    leases.put(videoId, new Lease(owner, until));
    return true;
  }

  @Override
  public synchronized void put(Video video, String sourceVersionId, String owner) {
    var held = leases.get(video.videoId());
    if (held == null || !held.owner().equals(owner)) {
      throw new LostLeaseException(video.videoId());
    }
    // Through the text, as it would come from the table.
    put(Video.read(video.json()));
  }

  @Override
  public synchronized void release(String videoId, String owner) {
    leases.computeIfPresent(videoId, (_, lease) -> lease.owner().equals(owner) ? null : lease);
  }

  /** As if an ingest had taken it in. */
  public void put(Video video) {
    rows.put(video.videoId(), video);
  }

  private record Lease(String owner, Instant until) {}

  @Override
  public Page list(Filter filter, int limit, Map<String, String> after) {
    var sorted =
        rows.values().stream()
            .filter(video -> filter.event().map(event(video)::equals).orElse(true))
            .filter(video -> filter.from().filter(it -> date(video).isBefore(it)).isEmpty())
            .filter(video -> filter.to().filter(it -> date(video).isAfter(it)).isEmpty())
            .sorted(Comparator.comparing(InMemoryVideos::key).reversed())
            .filter(video -> after.isEmpty() || key(video).compareTo(after.get("gsi1sk")) < 0)
            .toList();
    List<Video> page = new ArrayList<>(sorted.subList(0, Math.min(limit, sorted.size())));
    return new Page(
        page,
        page.size() < limit ? Map.of() : new TreeMap<>(Map.of("gsi1sk", key(page.getLast()))));
  }

  public ReadVideo reader(InstantSource clock) {
    return new ReadVideo(this, clock);
  }

  private static String key(Video video) {
    return date(video) + "#" + video.videoId();
  }

  private static LocalDate date(Video video) {
    return video.description().date();
  }

  private static String event(Video video) {
    return video.description().event().id();
  }
}
