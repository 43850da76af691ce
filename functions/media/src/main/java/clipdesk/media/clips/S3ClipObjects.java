package clipdesk.media.clips;

import clipdesk.common.aws.SideBySide;
import clipdesk.common.stored.LeftOut;
import clipdesk.contracts.clips.ClipKeys;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  private final Provider<S3Client> s3;
  private final String bucket;

  S3ClipObjects(Provider<S3Client> s3, MediaConfig config) {
    this.s3 = s3;
    this.bucket = config.clipsBucket();
  }

  @Override
  public Found find(ClipId id) {
    var requestKey = ClipKeys.request(id.text());
    var statusKey = ClipKeys.status(id.text());
    var reportKey = ClipKeys.report(id.text());
    var objects = SideBySide.map(List.of(requestKey, statusKey, reportKey), this::read);
    var status = objects.get(1).flatMap(it -> readable(statusKey, it, ClipStatus::read));
    var report =
        objects
            .get(2)
            .flatMap(it -> readable(reportKey, it, text -> ClipReport.read(id.text(), text)));
    return new Found(objects.get(0).map(it -> stored(id, it, status)), status, report);
  }

  @Override
  public boolean ask(AskedClip clip, Instant now) {
    return put(PutObjectRequest.builder().ifNoneMatch("*"), clip.request(1, 1, now));
  }

  @Override
  public boolean askAgain(Stored previous, AskedClip clip, Instant now) {
    long attempt = previous.attempt() + 1;
    var put = PutObjectRequest.builder().ifMatch(previous.tag());
    long first = previous.firstAttemptOf(clip);
    return put(put, clip.request(attempt, first, now));
  }

  private boolean put(PutObjectRequest.Builder put, ClipRequest request) {
    put.bucket(bucket).key(ClipKeys.request(request.clipId())).contentType("application/json");
    try {
      s3.get().putObject(put.build(), RequestBody.fromString(request.json()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(String key) {
    try {
      return Optional.of(s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static Stored stored(
      ClipId id, ResponseBytes<GetObjectResponse> bytes, Optional<ClipStatus> status) {
    var tag = bytes.response().eTag();
    var writtenAt = bytes.response().lastModified();
    return readable(
            ClipKeys.request(id.text()),
            bytes,
            text -> stored(ClipRequest.read(id.text(), text), tag, writtenAt))
        .orElseGet(() -> Stored.unreadable(status, tag, writtenAt));
  }

  private static Stored stored(ClipRequest request, String tag, Instant writtenAt) {
    return new Stored(
        Optional.of(AskedClip.of(request)),
        request.attempt(),
        request.firstAttempt(),
        tag,
        writtenAt);
  }

  /** Bytes should be UTF-8; where they are not, it is no text of ours. */
  private static <T> Optional<T> readable(
      String key, ResponseBytes<GetObjectResponse> bytes, Function<String, T> reading) {
    var text = new String(bytes.asByteArrayUnsafe(), StandardCharsets.UTF_8);
    return LeftOut.ifUnreadable("clips", key, () -> reading.apply(text));
  }
}
