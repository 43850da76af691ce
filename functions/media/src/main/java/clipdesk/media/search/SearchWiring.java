package clipdesk.media.search;

import clipdesk.media.OfSearch;
import clipdesk.media.transcripts.TranscriptsConfig;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes what search is given. */
@OfSearch
@Factory
final class SearchWiring {
  @Singleton
  IndexFiles indexFiles(Provider<S3Client> s3, TranscriptsConfig config) {
    return new S3IndexFiles(s3::get, config.bucket());
  }

  @Singleton
  @Bean(preDestroy = "close")
  OpenShards openShards(IndexFiles files, InstantSource clock) {
    return new OpenShards(files, LocalShards.temporary(files), clock);
  }
}
