package clipdesk.media.catalogue;

import clipdesk.common.stored.LeftOut;
import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
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
  public Optional<IngestReport> find(String videoId) {
    var key = MasterKeys.ingestReport(videoId);
    try {
      var bytes = s3.get().getObjectAsBytes(get -> get.bucket(bucket).key(key));
      var text = new String(bytes.asByteArrayUnsafe(), StandardCharsets.UTF_8);
      return LeftOut.ifUnreadable("ingest-reports", key, () -> IngestReport.read(text));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
