package clipdesk.media.transcripts;

import clipdesk.common.aws.LocalBuckets;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3RecognitionRequestsIT extends RecognitionRequestsContract {
  private static final String BUCKET = "media-it-" + UUID.randomUUID() + "-r";
  @RegisterExtension static final LocalBuckets LOCAL = new LocalBuckets(BUCKET);

  @Override
  RecognitionRequests requests() {
    return new S3RecognitionRequests(LOCAL::s3, new TranscriptsConfig(BUCKET));
  }
}
