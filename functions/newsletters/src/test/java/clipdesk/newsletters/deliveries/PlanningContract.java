package clipdesk.newsletters.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.Planning.Segment;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of checkpoints and audiences does. */
abstract class PlanningContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  final String campaign = UUID.randomUUID().toString();
  private final String topic = "t" + UUID.randomUUID();

  abstract Planning planning();

  abstract Subscribers subscribers();

  /** As the start of a campaign does. */
  abstract void begin();

  @Test
  void checkpointMovesFromWhereItIsAndFromNowhereElse() {
    assertThat(planning().segments(campaign)).isEmpty();
    assertThat(planning().segment(campaign, "3")).isEmpty();
    begin();
    var begun = Segment.begun("3");
    assertThat(planning().segment(campaign, "3")).contains(begun);

    assertThat(planning().moveOn(campaign, begun, begun.upTo("s-1", 3))).isTrue();
    assertThat(planning().moveOn(campaign, begun, begun.upTo("s-2", 3))).isFalse();
    assertThat(planning().moveOn(campaign, begun.upTo("s-0", 3), begun.upTo("s-2", 3))).isFalse();
    assertThat(planning().segment(campaign, "3")).contains(begun.upTo("s-1", 3));
    assertThat(planning().moveOn(campaign, begun.upTo("s-1", 3), begun.planned(7))).isTrue();
    assertThat(planning().moveOn(campaign, begun.upTo("s-1", 3), begun.upTo("s-2", 3))).isFalse();
    assertThat(planning().moveOn(campaign, begun, begun.upTo("s-2", 3))).as("planned").isFalse();

    assertThat(planning().segments(campaign))
        .hasSize(16)
        .filteredOn(Segment::planned)
        .containsExactly(begun.planned(7));
  }

  @Test
  void audienceComesInPagesWithoutWhoeverCameLater() {
    var expected = new TreeSet<String>();
    while (expected.size() < 4) {
      var id = subscribe(NOW);
      if (Subscriber.bucket(id).equals("3")) {
        expected.add(id);
      }
    }
    for (int made = 0; made < 32; made++) {
      subscribe(NOW.plusMillis(1));
    }

    var audience = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    do {
      var page = planning().audience(topic, "3", after, 2, NOW);
      audience.addAll(page.subscribers());
      after = page.lastKey();
    } while (after.isPresent());

    assertThat(audience).containsExactlyElementsOf(expected);
  }

  @Test
  void ofSomePeopleThoseAreFoundWhoWereSubscribedByThenAndStillAre() {
    var people = new ArrayList<String>();
    for (int made = 0; made < 103; made++) {
      people.add(subscribe(NOW));
    }
    var late = subscribe(NOW.plusMillis(1));
    subscribers().apply(people.get(1), Consent.withdrawn("one-click", List.of(topic), NOW));
    var among = new ArrayList<>(people);
    among.addAll(List.of(late, "nobody"));

    var found = planning().subscribed(topic, among, NOW);

    people.remove(1);
    assertThat(found).as("more than one request's").containsExactlyElementsOf(people);
    assertThat(planning().subscribed(topic, List.of(), NOW)).isEmpty();
    assertThat(planning().subscribed(topic + "x", among, NOW)).isEmpty();
  }

  private String subscribe(Instant since) {
    var email = new EmailAddress(UUID.randomUUID() + "@press.example");
    var subscriber = subscribers().ofAddress(email, Language.EN, since);
    subscribers()
        .apply(
            subscriber.id(), Consent.granted("account-page", List.of(topic), Language.EN, since));
    return subscriber.id();
  }
}
