package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;
import clipdesk.media.OfTranscripts;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes what only the function for transcripts is told of. */
@OfTranscripts
@Factory
final class RecognitionWiring {
  @Singleton
  RecognitionPolicy recognition() {
    return RecognitionPolicy.of(Environment.ofProcess());
  }
}
