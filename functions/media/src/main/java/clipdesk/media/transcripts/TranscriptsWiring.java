package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;
import clipdesk.media.OfTranscripts;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes what the use cases are given. */
@OfTranscripts
@Factory
final class TranscriptsWiring {
  @Singleton
  TranscriptsConfig transcripts() {
    return TranscriptsConfig.of(Environment.ofProcess());
  }
}
