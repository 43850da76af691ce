package clipdesk.media.clips;

import clipdesk.common.json.Json;
import clipdesk.cutter.FrameRange;
import clipdesk.media.MediaConfig;
import clipdesk.media.catalogue.Video;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads the three objects side by side; writes requests on the condition that nobody else did. */
@Singleton
final class S3ClipObjects implements ClipObjects {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final S3Client s3;
  private final String bucket;

  S3ClipObjects(S3Client s3, MediaConfig config) {
    this.s3 = s3;
    this.bucket = config.clipsBucket();
  }

  @Override
  public boolean request(
      String clipId, Video video, FrameRange range, List<String> tracks, Instant now) {
    var master = video.master();
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("clipId", clipId);
    members.put("videoId", video.videoId());
    members.put("attempt", 1);
    members.put("requestedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
    members.put(
        "source",
        Map.of(
            "key", master.key(),
            "versionId", master.versionId(),
            "etag", master.etag(),
            "sizeBytes", master.sizeBytes()));
    members.put("masterVersion", video.masterVersion());
    members.put("inFrame", range.in());
    members.put("outFrame", range.out());
    members.put("frameRate", Map.of("num", video.rateNum(), "den", video.rateDen()));
    members.put("profile", ClipId.PROFILE);
    members.put("tracks", tracks.stream().sorted().toList());
    return put(PutObjectRequest.builder().ifNoneMatch("*"), clipId, members);
  }

  @Override
  public boolean requestAgain(String clipId, Request previous, Instant now) {
    var members = new LinkedHashMap<>(previous.members());
    members.put("attempt", previous.attempt() + 1);
    members.put("requestedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
    return put(PutObjectRequest.builder().ifMatch(previous.tag()), clipId, members);
  }

  @Override
  public Found find(String clipId) {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var request = readers.submit(get("clip-requests/" + clipId + ".json"));
      var status = readers.submit(get("clips/" + clipId + "/status.json"));
      var report = readers.submit(get("clips/" + clipId + "/report.json"));
      return new Found(
          result(request)
              .map(
                  bytes ->
                      new Request(
                          Json.object(bytes.asUtf8String()),
                          bytes.response().eTag(),
                          bytes.response().lastModified())),
          result(status).map(bytes -> Json.object(bytes.asUtf8String())),
          result(report).map(bytes -> Json.object(bytes.asUtf8String())));
    }
  }

  private boolean put(PutObjectRequest.Builder put, String clipId, Map<String, Object> members) {
    put.bucket(bucket).key("clip-requests/" + clipId + ".json").contentType("application/json");
    try {
      s3.putObject(put.build(), RequestBody.fromString(Json.text(members)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private Callable<Optional<ResponseBytes<GetObjectResponse>>> get(String key) {
    return () -> {
      try {
        return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)));
      } catch (NoSuchKeyException e) {
        return Optional.empty();
      }
    };
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while S3 was read", e);
    }
  }
}
