package clipdesk.clips.cutting;

import clipdesk.common.aws.S3ByteSource;
import clipdesk.common.stored.LeftOut;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipKeys;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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
    return read(ClipKeys.request(clipId)).map(S3ClipStore::text);
  }

  @Override
  public boolean published(String clipId) {
    var key = ClipKeys.report(clipId);
    return read(key)
        .flatMap(it -> readable(key, it, text -> ClipReport.read(clipId, text)))
        .isPresent();
  }

  @Override
  public Optional<TaggedStatus> status(String clipId) {
    return read(ClipKeys.status(clipId))
        .map(
            it ->
                new TaggedStatus(
                    readable(ClipKeys.status(clipId), it, ClipStatus::read), it.response().eTag()));
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key) {
    try {
      return Optional.of(s3.getObjectAsBytes(get -> get.bucket(config.clipsBucket()).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> readable(
      String key, ResponseBytes<GetObjectResponse> object, Function<String, T> reading) {
    return LeftOut.ifUnreadable("clips", key, () -> reading.apply(text(object)));
  }

  /** Where the bytes are not UTF-8, it is no text of ours. */
  private static String text(ResponseBytes<GetObjectResponse> object) {
    return new String(object.asByteArrayUnsafe(), StandardCharsets.UTF_8);
  }

  @Override
  public Optional<String> putStatus(String clipId, ClipStatus status, Optional<String> tag) {
    var put =
        PutObjectRequest.builder()
            .bucket(config.clipsBucket())
            .key(ClipKeys.status(clipId))
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
  public ByteSource master(StoredObject version) {
    return source(
        version.key(), Optional.of(version.versionId()), version.etag(), version.sizeBytes());
  }

  private ByteSource source(String key, Optional<String> versionId, String etag, long sizeBytes) {
    return new S3ByteSource(
        s3, new S3ByteSource.Version(config.mastersBucket(), key, versionId, etag, sizeBytes));
  }

  @Override
  public Optional<ByteSource> index(ClipRequest request) {
    var key = MasterKeys.index(request.videoId(), request.masterVersion());
    try {
      var head = s3.headObject(object -> object.bucket(config.mastersBucket()).key(key));
      var versionId = Optional.ofNullable(head.versionId());
      return Optional.of(source(key, versionId, head.eTag(), head.contentLength()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void discard(String clipId) {
    s3.deleteObject(object -> object.bucket(config.clipsBucket()).key(ClipKeys.clip(clipId)));
  }

  @Override
  public ClipSink clip(String clipId, StoredObject version) {
    return new S3ClipSink(
        s3, config.clipsBucket(), ClipKeys.clip(clipId), config.mastersBucket(), version);
  }

  @Override
  public void putReport(ClipReport report) {
    var key = ClipKeys.report(report.clipId());
    s3.putObject(
        put -> put.bucket(config.clipsBucket()).key(key).contentType(JSON),
        RequestBody.fromString(report.json()));
  }
}
