package clipdesk.media.clips;

import clipdesk.media.MediaConfig;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A clip counts as ready when its report is there; the file's version is asked of S3. */
@Singleton
final class S3ClipFiles implements ClipFiles {
  private final ClipObjects objects;
  private final S3Client s3;
  private final String bucket;

  S3ClipFiles(ClipObjects objects, S3Client s3, MediaConfig config) {
    this.objects = objects;
    this.s3 = s3;
    this.bucket = config.clipsBucket();
  }

  @Override
  public Optional<ClipFile> find(String clipId) {
    if (!clipId.matches("[0-9a-f]{40}")) {
      return Optional.empty();
    }
    var found = objects.find(clipId);
    if (found.report().isEmpty() || found.request().isEmpty()) {
      return Optional.empty();
    }
    var key = "clips/" + clipId + "/clip.mp4";
    try {
      var head = s3.headObject(request -> request.bucket(bucket).key(key));
      var asked = (Map<?, ?>) found.report().get().get("asked");
      return Optional.of(
          new ClipFile(
              found.request().get().videoId(),
              ((Number) asked.get("inFrame")).longValue(),
              ((Number) asked.get("outFrame")).longValue(),
              key,
              Optional.ofNullable(head.versionId()).orElse(""),
              head.eTag(),
              head.contentLength()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
