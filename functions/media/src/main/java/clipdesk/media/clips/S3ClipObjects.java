package clipdesk.media.clips;

import clipdesk.common.json.Json;
import clipdesk.common.stored.LeftOut;
import clipdesk.common.stored.StoredRow;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    var statusKey = "clips/" + id.text() + "/status.json";
    var reportKey = "clips/" + id.text() + "/report.json";
    var objects = SideBySide.map(List.of(requestKey(id), statusKey, reportKey), this::read);
    var status = objects.get(1).flatMap(it -> readable(statusKey, it, StoredClip::status));
    var report =
        objects.get(2).flatMap(it -> readable(reportKey, it, row -> StoredClip.report(id, row)));
    return new Found(objects.get(0).map(it -> stored(id, it, status)), status, report);
  }

  @Override
  public boolean ask(ClipRequest request, Instant now) {
    return put(
        PutObjectRequest.builder().ifNoneMatch("*"),
        request.id(),
        request.json(1, 1, Json.instant(now)));
  }

  @Override
  public boolean askAgain(Stored previous, ClipRequest request, Instant now) {
    long attempt = previous.attempt() + 1;
    var put = PutObjectRequest.builder().ifMatch(previous.tag());
    long first = previous.firstAttemptOf(request);
    return put(put, request.id(), request.json(attempt, first, Json.instant(now)));
  }

  private boolean put(PutObjectRequest.Builder put, ClipId id, Map<String, Object> members) {
    put.bucket(bucket).key(requestKey(id)).contentType("application/json");
    var body = Json.text(members);
    try {
      s3.get().putObject(put.build(), RequestBody.fromString(body));
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
      ClipId id, ResponseBytes<GetObjectResponse> bytes, Optional<Map<String, Object>> status) {
    var tag = bytes.response().eTag();
    var writtenAt = bytes.response().lastModified();
    return readable(requestKey(id), bytes, row -> StoredClip.request(id, row, tag, writtenAt))
        .orElseGet(() -> Stored.unreadable(status, tag, writtenAt));
  }

  private static <T> Optional<T> readable(
      String key, ResponseBytes<GetObjectResponse> bytes, Function<StoredRow, T> reading) {
    return LeftOut.ifUnreadable(
        "clips", key, () -> reading.apply(StoredRow.ofJson(bytes.asByteArrayUnsafe())));
  }

  private static String requestKey(ClipId id) {
    return "clip-requests/" + id.text() + ".json";
  }
}
