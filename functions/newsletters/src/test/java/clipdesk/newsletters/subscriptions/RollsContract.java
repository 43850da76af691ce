package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every roll has: whoever had a topic once, in whatever pages. */
abstract class RollsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final String topic = "t-" + UUID.randomUUID();

  abstract Subscribers subscribers();

  abstract Rolls rolls();

  @Test
  void everybodyWhoHadTheTopicIsOnItOnceAndWhoIsErasedIsNot() {
    var people = new ArrayList<String>();
    for (int made = 0; made < 20; made++) {
      people.add(subscribed(topic));
    }
    subscribed(topic + "x");
    subscribers().apply(people.get(0), Consent.withdrawn("one-click", List.of(topic), NOW));
    subscribers().suppress(people.get(1), "complaint", NOW);
    subscribers().erase(people.get(2), "account-page", NOW);
    var erased = people.remove(2);

    for (int limit : new int[] {1, 3, 100}) {
      assertThat(all(limit)).containsExactlyInAnyOrderElementsOf(people).doesNotContain(erased);
    }
  }

  private String subscribed(String to) {
    var email = new EmailAddress(UUID.randomUUID() + "@press.example");
    var who = subscribers().ofAddress(email, Language.EN, NOW);
    subscribers().apply(who.id(), Consent.granted("account-page", List.of(to), Language.EN, NOW));
    return who.id();
  }

  private List<String> all(int limit) {
    var found = new ArrayList<String>();
    for (var bucket : Subscriber.buckets()) {
      Optional<String> after = Optional.empty();
      do {
        var page = rolls().page(topic, bucket, after, limit);
        assertThat(page.subscribers())
            .hasSizeLessThanOrEqualTo(limit)
            .allMatch(it -> Subscriber.bucket(it).equals(bucket));
        found.addAll(page.subscribers());
        after = page.last();
      } while (after.isPresent());
    }
    return found;
  }
}
