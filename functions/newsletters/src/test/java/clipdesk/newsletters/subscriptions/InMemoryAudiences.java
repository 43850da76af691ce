package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.EnumMap;

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
    var byLanguage = new EnumMap<Language, Long>(Language.class);
    for (var language : Language.values()) {
      byLanguage.put(language, 0L);
    }
    long suppressed = 0;
    for (var standing : subscribers.standingsOf(topic)) {
      if (standing.status().equals(Standing.SUPPRESSED)) {
        suppressed++;
      } else {
        byLanguage.merge(standing.language(), 1L, Long::sum);
      }
    }
    return new Audience(byLanguage, suppressed);
  }
}
