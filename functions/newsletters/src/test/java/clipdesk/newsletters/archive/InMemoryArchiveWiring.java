package clipdesk.newsletters.archive;

import clipdesk.newsletters.campaigns.Archive;
import clipdesk.newsletters.campaigns.InMemoryArchive;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;

/** The archive is one with the campaigns. */
@Factory
final class InMemoryArchiveWiring {
  @Bean
  @Replaces(value = Archive.class, factory = ArchiveWiring.class)
  Archive archive(InMemoryArchive archive) {
    return archive;
  }
}
