package clipdesk.media.catalogue;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue in memory. */
@Singleton
@Replaces(DynamoVideos.class)
public final class InMemoryVideos implements Videos {
  private final Map<String, Video> rows = new ConcurrentHashMap<>();

  @Override
  public Optional<Video> find(String videoId) {
    return Optional.ofNullable(rows.get(videoId));
  }

  @Override
  public void put(Video video, String sourceVersionId) {
    rows.put(video.videoId(), video);
  }

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
    return video.date() + "#" + video.videoId();
  }

  private static LocalDate date(Video video) {
    return LocalDate.parse(video.date());
  }

  private static String event(Video video) {
    return Video.text(Video.object(video.description(), "event"), "id");
  }
}
