package clipdesk.newsletters.deliveries;

import static clipdesk.newsletters.deliveries.DeliveryState.CLAIMED;
import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PARKED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every look at rows by bucket does. */
abstract class OpenDeliveriesContract {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  static final String TOPIC = "announcements";

  final String campaign = UUID.randomUUID().toString();

  abstract Deliveries deliveries();

  abstract OpenDeliveries open();

  abstract DeliveryChanges changes();

  abstract CampaignCounts counts();

  abstract Subscribers subscribers();

  /** A row that somebody has claimed by this name. */
  DeliveryId claimed(String claim) {
    return claimed(claim, NOW);
  }

  DeliveryId claimed(String claim, Instant at) {
    var email = new EmailAddress(UUID.randomUUID() + "@press.example");
    var subscriber = subscribers().ofAddress(email, Language.FR, NOW);
    subscribers()
        .apply(subscriber.id(), Consent.granted("account-page", List.of(TOPIC), Language.FR, NOW));
    var id = new DeliveryId(campaign, subscriber.id());
    deliveries().plan(id, NOW);
    deliveries().claim(id, TOPIC, email, claim, at);
    return id;
  }

  static String token() {
    return UUID.randomUUID().toString();
  }

  Delivery row(DeliveryId id) {
    return deliveries().read(campaign, List.of(id.subscriberId())).getFirst();
  }

  private List<DeliveryId> all(Function<Optional<String>, OpenDeliveries.Page> pages) {
    var ids = new ArrayList<DeliveryId>();
    Optional<String> after = Optional.empty();
    do {
      var page = pages.apply(after);
      page.rows().forEach(it -> ids.add(it.id()));
      after = page.next();
    } while (after.isPresent());
    return ids;
  }

  @Test
  void rowsComeInPagesOldestFirstUntilTheyAreClosedAndCounted() {
    var people = new ArrayList<DeliveryId>();
    for (int made = 0; people.size() < 5; made++) {
      var id = new DeliveryId(campaign, "s-" + made);
      if (id.bucket().equals("3")) {
        deliveries().plan(id, NOW.plusSeconds(people.size()));
        people.add(id);
      }
    }
    deliveries().skip(people.get(1), "unsubscribed");
    assertThat(all(after -> open().open(campaign, "3", after, 2)))
        .as("not counted yet")
        .containsExactlyElementsOf(people);

    assertThat(changes().count(List.of(row(people.get(1))))).isTrue();

    assertThat(all(after -> open().open(campaign, "3", after, 2)))
        .containsExactly(people.get(0), people.get(2), people.get(3), people.get(4));
    assertThat(all(after -> open().all(campaign, "3", after, 2)))
        .containsExactlyInAnyOrderElementsOf(people);
    assertThat(open().counts(campaign, "3")).isEqualTo(Map.of(PENDING, 4L, SKIPPED, 1L));
    assertThat(open().open(campaign, "4", Optional.empty(), 2).rows()).isEmpty();
  }

  @Test
  void passedOverAreFoundByStateAndReasonInPages() {
    var people = new ArrayList<DeliveryId>();
    for (int made = 0; people.size() < 7; made++) {
      var id = new DeliveryId(campaign, "s-" + made);
      if (id.bucket().equals("3")) {
        deliveries().plan(id, NOW);
        people.add(id);
      }
    }
    for (var cancelled : people.subList(0, 3)) {
      deliveries().skip(cancelled, "cancelled");
    }
    deliveries().skip(people.get(3), "suppressed");
    deliveries().giveUp(people.get(4), "render");
    deliveries().giveUp(people.get(5), "cancelled");

    assertThat(passedOver(SKIPPED, Optional.of("cancelled")))
        .containsExactlyInAnyOrderElementsOf(people.subList(0, 3));
    assertThat(passedOver(SKIPPED, Optional.empty()))
        .containsExactlyInAnyOrderElementsOf(people.subList(0, 4));
    assertThat(passedOver(FAILED, Optional.of("render"))).containsExactly(people.get(4));
    assertThat(passedOver(FAILED, Optional.of("stuck"))).isEmpty();
  }

  private List<DeliveryId> passedOver(DeliveryState state, Optional<String> reason) {
    var whom = new PassedOver(campaign, state, reason);
    return all(after -> open().passedOver(whom, "3", after, 2));
  }

  @Test
  void claimIsParkedByItsNameAndListedForAsLongAsItIsParked() {
    var mine = token();
    var ada = claimed(mine);
    assertThat(open().park(ada, token())).isFalse();
    assertThat(row(ada).state()).isEqualTo(CLAIMED);

    assertThat(open().park(ada, mine)).isTrue();
    assertThat(open().park(ada, mine)).isFalse();

    assertThat(row(ada).state()).isEqualTo(PARKED);
    assertThat(open().parked(campaign)).isEqualTo(1);
    assertThat(all(after -> open().parked(campaign, after, 2))).containsExactly(ada);
    new TakeWord(deliveries(), changes())
        .take(ada, new Word(Word.Kind.SEND, mine, "m1", NOW.plusSeconds(1)));
    assertThat(open().parked(campaign)).isZero();
    assertThat(all(after -> open().parked(campaign, after, 2))).isEmpty();
  }

  @Test
  void hintsAreCountedUntilTheNextClaim() {
    var id = new DeliveryId(campaign, "s-1");
    deliveries().plan(id, NOW);

    open().requeued(id);
    open().requeued(id);

    assertThat(row(id).requeues()).isEqualTo(2);
    var claimed = claimed(token());
    open().requeued(claimed);
    assertThat(row(claimed).requeues()).isZero();
  }
}
