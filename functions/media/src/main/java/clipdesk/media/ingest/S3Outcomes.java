package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.MasterKeys;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects {@code ingest-reports/…} and {@code indexes/…} of the masters bucket. */
final class S3Outcomes implements Outcomes {
  private final S3Client s3;
  private final String bucket;

  S3Outcomes(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void report(IngestReport report) {
    var key = MasterKeys.ingestReport(report.videoId());
    s3.putObject(
        put -> put.bucket(bucket).key(key).contentType("application/json"),
        RequestBody.fromString(report.json()));
  }

  @Override
  public void index(String videoId, String masterVersion, byte[] index) {
    var key = MasterKeys.index(videoId, masterVersion);
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(index));
  }
}
