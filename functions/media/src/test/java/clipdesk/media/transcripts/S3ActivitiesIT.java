package clipdesk.media.transcripts;

import clipdesk.common.aws.LocalBuckets;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3ActivitiesIT extends ActivitiesContract {
  private static final String BUCKET = "media-it-" + UUID.randomUUID() + "-a";
  @RegisterExtension static final LocalBuckets LOCAL = new LocalBuckets(BUCKET);

  @Override
  Activities activities() {
    return new S3Activities(LOCAL::s3, new TranscriptsConfig(BUCKET));
  }
}
