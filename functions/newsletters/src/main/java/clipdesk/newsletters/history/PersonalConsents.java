package clipdesk.newsletters.history;

import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Subscribers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What somebody consented to and withdrew, newest first; of each subscriber that they are. */
@OfReaders
@Singleton
final class PersonalConsents {
  private final Subscribers subscribers;

  PersonalConsents(Subscribers subscribers) {
    this.subscribers = subscribers;
  }

  /**
   * Where a page begins.
   *
   * @param key where the page before ended; empty at the beginning
   */
  record Place(String subscriberId, Optional<String> key) {}

  record Page(List<Consent> consents, Optional<Place> next) {}

  /**
   * @param subscriberIds of one person
   * @param after the place that the page before named; one of nobody here is the end
   */
  Page page(List<String> subscriberIds, Optional<Place> after, int limit) {
    var from = after.or(() -> subscriberIds.stream().findFirst().map(PersonalConsents::beginning));
    int who = from.map(Place::subscriberId).map(subscriberIds::indexOf).orElse(-1);
    if (who < 0) {
      return new Page(List.of(), Optional.empty());
    }
    var page = subscribers.consents(subscriberIds.get(who), from.flatMap(Place::key), limit);
    var next =
        page.lastKey()
            .map(it -> new Place(subscriberIds.get(who), Optional.of(it)))
            .or(
                () ->
                    subscriberIds.stream()
                        .skip(who + 1)
                        .findFirst()
                        .map(PersonalConsents::beginning));
    return new Page(page.consents(), next);
  }

  private static Place beginning(String subscriberId) {
    return new Place(subscriberId, Optional.empty());
  }
}
