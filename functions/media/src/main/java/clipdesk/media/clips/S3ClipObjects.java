package clipdesk.media.clips;

import clipdesk.common.json.Json;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var objects =
        SideBySide.map(
            List.of(
                requestKey(id),
                "clips/" + id.text() + "/status.json",
                "clips/" + id.text() + "/report.json"),
            this::read);
    return new Found(
        objects.get(0).map(S3ClipObjects::stored),
        objects.get(1).map(bytes -> Json.object(bytes.asUtf8String())),
        objects.get(2).map(bytes -> Json.object(bytes.asUtf8String())));
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

  private static Stored stored(ResponseBytes<GetObjectResponse> bytes) {
    var members = Json.object(bytes.asUtf8String());
    return new Stored(
        ClipRequest.parse(members),
        ((Number) members.get("attempt")).longValue(),
        // Requests of an older version have had one master only.
        members.get("firstAttempt") instanceof Number first ? first.longValue() : 1,
        bytes.response().eTag(),
        bytes.response().lastModified());
  }

  private static String requestKey(ClipId id) {
    return "clip-requests/" + id.text() + ".json";
  }
}
