package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects {@code ingest-reports/{videoId}.json} of the masters bucket. */
@Singleton
final class S3IngestReports implements IngestReports {
  private final Provider<S3Client> s3;
  private final String bucket;

  S3IngestReports(Provider<S3Client> s3, MediaConfig config) {
    this.s3 = s3;
    this.bucket = config.mastersBucket();
  }

  @Override
  public Optional<Map<String, Object>> find(String videoId) {
    var key = "ingest-reports/" + videoId + ".json";
    try {
      var text = s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
      return Optional.of(Json.object(text));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
