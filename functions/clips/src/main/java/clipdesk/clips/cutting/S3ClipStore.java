package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Requests, statuses, clips and reports as objects; every status write is conditional. */
final class S3ClipStore implements ClipStore {
  private static final String JSON = "application/json";
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final ClipsConfig config;

  S3ClipStore(S3Client s3, ClipsConfig config) {
    this.s3 = s3;
    this.config = config;
  }

  @Override
  public Optional<String> request(String clipId) {
    try {
      var key = "clip-requests/" + clipId + ".json";
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(config.clipsBucket()).key(key)).asUtf8String());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean reportExists(String clipId) {
    try {
      s3.headObject(head -> head.bucket(config.clipsBucket()).key(reportKey(clipId)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<TaggedStatus> status(String clipId) {
    try {
      var bytes =
          s3.getObjectAsBytes(get -> get.bucket(config.clipsBucket()).key(statusKey(clipId)));
      return Optional.of(
          new TaggedStatus(ClipStatus.parse(bytes.asUtf8String()), bytes.response().eTag()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> putStatus(String clipId, ClipStatus status, Optional<String> tag) {
    var put =
        PutObjectRequest.builder()
            .bucket(config.clipsBucket())
            .key(statusKey(clipId))
            .contentType(JSON);
    tag.ifPresentOrElse(put::ifMatch, () -> put.ifNoneMatch("*"));
    try {
      var body = RequestBody.fromString(status.json());
      return Optional.of(s3.putObject(put.build(), body).eTag());
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ByteSource master(ClipRequest.MasterVersion version) {
    return new S3Master(s3, config.mastersBucket(), version);
  }

  @Override
  public Optional<ByteSource> index(ClipRequest request) {
    var key = "indexes/%s/%s.idx".formatted(request.videoId(), request.masterVersion());
    try {
      var head = s3.headObject(object -> object.bucket(config.mastersBucket()).key(key));
      var version =
          new ClipRequest.MasterVersion(key, head.versionId(), head.eTag(), head.contentLength());
      return Optional.of(new S3Master(s3, config.mastersBucket(), version));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void discard(String clipId) {
    s3.deleteObject(object -> object.bucket(config.clipsBucket()).key(clipKey(clipId)));
  }

  @Override
  public ClipSink clip(String clipId, ClipRequest.MasterVersion version) {
    return new S3ClipSink(
        s3, config.clipsBucket(), clipKey(clipId), config.mastersBucket(), version);
  }

  @Override
  public void putReport(String clipId, Map<String, Object> report) {
    s3.putObject(
        put -> put.bucket(config.clipsBucket()).key(reportKey(clipId)).contentType(JSON),
        RequestBody.fromString(Json.text(report)));
  }

  private static String clipKey(String clipId) {
    return "clips/" + clipId + "/clip.mp4";
  }

  private static String statusKey(String clipId) {
    return "clips/" + clipId + "/status.json";
  }

  private static String reportKey(String clipId) {
    return "clips/" + clipId + "/report.json";
  }
}
