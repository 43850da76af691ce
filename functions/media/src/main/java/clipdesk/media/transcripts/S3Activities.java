package clipdesk.media.transcripts;

import clipdesk.common.json.UnreadableException;
import clipdesk.common.stored.LeftOut;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfTranscripts;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.ActivityJson;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects {@code activity/{videoId}/{masterVersion}/{track}.json} beside the transcripts. */
@OfTranscripts
@Singleton
public final class S3Activities implements Activities {
  private final Provider<S3Client> s3;
  private final String bucket;

  @Inject
  public S3Activities(Provider<S3Client> s3, TranscriptsConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public Optional<Activity> find(Video video, Track.Sound track) {
    var key = key(video, track);
    try {
      var text = s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
      return LeftOut.ifUnreadable("activities", key, () -> read(text));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static Activity read(String text) {
    try {
      return ActivityJson.read(text);
    } catch (MalformedInputException spoilt) {
      throw new UnreadableException("activity", spoilt.code());
    }
  }

  @Override
  public void keep(Video video, Track.Sound track, Activity activity) {
    s3.get()
        .putObject(
            put -> put.bucket(bucket).key(key(video, track)).contentType("application/json"),
            RequestBody.fromString(ActivityJson.write(activity)));
  }

  private static String key(Video video, Track.Sound track) {
    return "activity/%s/%s/%s.json".formatted(video.videoId(), video.masterVersion(), track.id());
  }
}
