package clipdesk.media.catalogue;

import clipdesk.common.stored.LeftOut;
import clipdesk.common.stored.StoredRow;
import clipdesk.contracts.catalogue.MasterKeys;
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
    var key = MasterKeys.ingestReport(videoId);
    try {
      var bytes = s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key));
      return LeftOut.ifUnreadable(
          "ingest-reports", key, () -> readable(StoredRow.ofJson(bytes.asByteArrayUnsafe())));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> readable(StoredRow report) {
    report.text("videoId");
    report.text("result");
    return report.members();
  }
}
