package clipdesk.newsletters.deliveries;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;

/** The counts are one with the changes. */
@Factory
final class InMemoryCountsWiring {
  @Bean
  @Replaces(value = CampaignCounts.class, factory = DeliveriesWiring.class)
  CampaignCounts counts(InMemoryCampaignCounts counts) {
    return counts;
  }
}
