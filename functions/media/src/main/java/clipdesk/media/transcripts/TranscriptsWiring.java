package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes what the use cases are given. */
@Factory
final class TranscriptsWiring {
  @Singleton
  TranscriptsConfig transcripts() {
    return TranscriptsConfig.of(Environment.ofProcess());
  }
}
