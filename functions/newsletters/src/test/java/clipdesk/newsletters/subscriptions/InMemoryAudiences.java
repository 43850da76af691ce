package clipdesk.newsletters.subscriptions;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Audiences of the subscribers in memory. */
@Singleton
@Replaces(value = Audiences.class, factory = SubscriptionsWiring.class)
final class InMemoryAudiences implements Audiences {
  private final InMemorySubscribers subscribers;

  InMemoryAudiences(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  @Override
  public Audience of(String topic) {
    return counted(subscribers.standingsOf(topic));
  }

  @Override
  public Audience among(String topic, List<String> subscriberIds) {
    return counted(
        subscriberIds.stream()
            .map(subscribers::standing)
            .flatMap(Optional::stream)
            .filter(it -> it.on(topic))
            .toList());
  }

  private static Audience counted(List<Standing> standings) {
    var byLanguage = new EnumMap<>(Audience.none().byLanguage());
    long suppressed = 0;
    for (var standing : standings) {
      if (standing.status().equals(Standing.SUPPRESSED)) {
        suppressed++;
      } else {
        byLanguage.merge(standing.language(), 1L, Long::sum);
      }
    }
    return new Audience(byLanguage, suppressed);
  }
}
