package clipdesk.media.search;

import clipdesk.common.aws.LocalBuckets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3IndexFilesIT extends IndexFilesContract {
  private static final String BUCKET = "media-it-" + UUID.randomUUID() + "-i";
  @RegisterExtension static final LocalBuckets LOCAL = new LocalBuckets(BUCKET);

  @BeforeEach
  void forgetTheManifest() {
    LOCAL.s3().deleteObject(delete -> delete.bucket(BUCKET).key("index/manifest.json"));
  }

  @Override
  IndexFiles files() {
    return new S3IndexFiles(LOCAL::s3, BUCKET);
  }
}
