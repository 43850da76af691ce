package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.MasterKeys;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Objects {@code ingest-reports/…}, {@code indexes/…} and {@code texts/…} of the masters bucket.
 */
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

  @Override
  public Set<String> textLanguages(String videoId, String masterVersion) {
    var folder = MasterKeys.texts(videoId, masterVersion);
    return s3.listObjectsV2(list -> list.bucket(bucket).prefix(folder)).contents().stream()
        .map(object -> object.key().substring(folder.length()).split("\\.", 2)[0])
        .collect(Collectors.toSet());
  }

  @Override
  public void texts(String videoId, String masterVersion, String language, byte[] vtt) {
    var key = MasterKeys.texts(videoId, masterVersion, language);
    s3.putObject(
        put -> put.bucket(bucket).key(key).contentType("text/vtt"), RequestBody.fromBytes(vtt));
  }
}
