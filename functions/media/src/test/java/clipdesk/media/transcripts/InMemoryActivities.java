package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.ActivityJson;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bucket in memory, with texts as they would be kept. */
@Singleton
@Replaces(S3Activities.class)
public final class InMemoryActivities implements Activities {
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<Activity> find(Video video, Track.Sound track) {
    return Optional.ofNullable(kept.get(key(video, track))).map(ActivityJson::read);
  }

  @Override
  public void keep(Video video, Track.Sound track, Activity activity) {
    kept.put(key(video, track), ActivityJson.write(activity));
  }

  private static String key(Video video, Track.Sound track) {
    return video.videoId() + "/" + video.masterVersion() + "/" + track.id();
  }
}
