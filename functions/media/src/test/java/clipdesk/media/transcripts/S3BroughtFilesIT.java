package clipdesk.media.transcripts;

import clipdesk.common.aws.LocalBuckets;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

final class S3BroughtFilesIT extends BroughtFilesContract {
  private static final String BUCKET = "media-it-" + UUID.randomUUID() + "-f";
  @RegisterExtension static final LocalBuckets LOCAL = new LocalBuckets(BUCKET);

  @Override
  BroughtFiles files() {
    return new S3BroughtFiles(LOCAL.s3(), BUCKET, BUCKET);
  }

  @Override
  void put(String key, String content) {
    LOCAL.s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
  }

  @Override
  void delete(String key) {
    LOCAL.s3().deleteObject(delete -> delete.bucket(BUCKET).key(key));
  }
}
