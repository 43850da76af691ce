package clipdesk.newsletters.deliveries;

import static clipdesk.newsletters.deliveries.DeliveryState.CLAIMED;
import static clipdesk.newsletters.deliveries.DeliveryState.FAILED;
import static clipdesk.newsletters.deliveries.DeliveryState.PENDING;
import static clipdesk.newsletters.deliveries.DeliveryState.SENT;
import static clipdesk.newsletters.deliveries.DeliveryState.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every ledger does, together with the subscribers that its claims look at. */
abstract class DeliveriesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final String TOPIC = "announcements";

  private final String campaign = UUID.randomUUID().toString();
  private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract Deliveries deliveries();

  abstract Subscribers subscribers();

  private DeliveryId ada() {
    return subscribed(email);
  }

  private DeliveryId subscribed(EmailAddress address) {
    var subscriber = subscribers().ofAddress(address, Language.FR, NOW);
    subscribers()
        .apply(subscriber.id(), Consent.granted("account-page", List.of(TOPIC), Language.FR, NOW));
    var id = new DeliveryId(campaign, subscriber.id());
    deliveries().plan(id, NOW);
    return id;
  }

  @Test
  void rowIsGlimpsedOnceItIsThere() {
    var id = ada();

    assertThat(deliveries().glimpse(id)).contains(row(id));
    assertThat(deliveries().glimpse(new DeliveryId(campaign, "nobody"))).isEmpty();
  }

  private ClaimAnswer claim(DeliveryId id, String claim) {
    return deliveries().claim(id, TOPIC, email, token(claim), NOW);
  }

  /** A claim of this test alone: no table takes its name for another within ten minutes. */
  private String token(String claim) {
    return UUID.nameUUIDFromBytes((campaign + claim).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Delivery row(DeliveryId id) {
    return deliveries().read(campaign, List.of(id.subscriberId())).getFirst();
  }

  @Test
  void rowOfWhoBecameAnotherIsClaimedByNobody() {
    var id = ada();
    var other = subscribed(new EmailAddress(UUID.randomUUID() + "@press.example"));
    subscribers().move(other.subscriberId(), email, NOW);

    assertThat(claim(id, "c1")).isEqualTo(ClaimAnswer.ERASED);
    assertThat(claim(other, "c2")).isEqualTo(ClaimAnswer.HELD);
  }

  @Test
  void rowsOfOneRecipientAreThoseOfTheCampaignsAskedFor() {
    var id = ada();
    var other = new DeliveryId(UUID.randomUUID().toString(), id.subscriberId());
    var unasked = new DeliveryId(UUID.randomUUID().toString(), id.subscriberId());
    deliveries().plan(other, NOW);
    deliveries().plan(unasked, NOW);
    subscribed(new EmailAddress(UUID.randomUUID() + "@press.example"));
    var none = UUID.randomUUID().toString();

    assertThat(
            deliveries().of(id.subscriberId(), List.of(other.campaignId(), none, id.campaignId())))
        .extracting(Delivery::id)
        .containsExactly(other, id);
    assertThat(deliveries().of(id.subscriberId(), List.of())).isEmpty();
  }

  @Test
  void rowThatIsPlannedAgainStaysAsItIs() {
    var ada = ada();
    assertThat(row(ada))
        .isEqualTo(
            new Delivery(ada, PENDING, Optional.empty(), Optional.of(NOW), 0, Known.nothing()));
    claim(ada, "mine");

    deliveries().plan(ada, NOW.plusSeconds(1));

    assertThat(row(ada).state()).isEqualTo(CLAIMED);
    assertThat(row(ada).claim()).contains(new Delivery.Claim(token("mine"), NOW));
    assertThat(row(ada).plannedAt()).contains(NOW);
  }

  @Test
  void rowsAreReadInOneGoAndThoseThatAreNotThereAreNone() {
    var ada = ada();

    assertThat(
            deliveries().read(campaign, List.of("nobody", ada.subscriberId(), ada.subscriberId())))
        .extracting(Delivery::id)
        .containsExactly(ada);
    assertThat(deliveries().read(campaign, List.of())).isEmpty();
  }

  @Test
  void oneOfTenClaimsHolds() throws Exception {
    var ada = ada();
    try (var pool = Executors.newFixedThreadPool(10)) {
      var held =
          pool
              .invokeAll(Collections.nCopies(10, () -> claim(ada, UUID.randomUUID().toString())))
              .stream()
              .map(Future::resultNow)
              .filter(ClaimAnswer.HELD::equals)
              .toList();
      assertThat(held).hasSize(1);
    }
  }

  @Test
  void claimThatIsRepeatedIsTheSameAndAnyOtherIsNone() {
    var ada = ada();
    var mine = UUID.randomUUID().toString();

    assertThat(claim(ada, mine)).isEqualTo(ClaimAnswer.HELD);
    assertThat(claim(ada, mine)).isEqualTo(ClaimAnswer.HELD);
    assertThat(claim(ada, "yours")).isEqualTo(ClaimAnswer.TAKEN);
    assertThat(claim(new DeliveryId(campaign, "nobody"), "mine2")).isEqualTo(ClaimAnswer.TAKEN);
  }

  @Test
  void claimSaysWhyItsRecipientGetsNoMail() {
    var ada = ada();
    assertThat(deliveries().claim(ada, "press-briefings", email, token("other-topic"), NOW))
        .isEqualTo(ClaimAnswer.UNSUBSCRIBED);
    assertThat(
            deliveries()
                .claim(ada, TOPIC, new EmailAddress("x@press.example"), token("moved"), NOW))
        .isEqualTo(ClaimAnswer.MOVED);
    subscribers().apply(ada.subscriberId(), Consent.withdrawn("one-click", List.of(TOPIC), NOW));
    assertThat(claim(ada, "left")).isEqualTo(ClaimAnswer.UNSUBSCRIBED);
    subscribers().suppress(ada.subscriberId(), "bounce", NOW);
    assertThat(claim(ada, "suppressed")).isEqualTo(ClaimAnswer.SUPPRESSED);
    subscribers().erase(ada.subscriberId(), "account-page", NOW);
    assertThat(claim(ada, "erased")).isEqualTo(ClaimAnswer.ERASED);
    assertThat(row(ada).state()).isEqualTo(PENDING);
  }

  @Test
  void withdrawalThatMeetsClaimsIsAnsweredAndHoldsForEveryLaterOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      var address = new EmailAddress(UUID.randomUUID() + "@press.example");
      var id = subscribed(address);
      try (var pool = Executors.newFixedThreadPool(5)) {
        var claims = new ArrayList<Future<ClaimAnswer>>();
        for (int i = 0; i < 4; i++) {
          claims.add(
              pool.submit(
                  () -> deliveries().claim(id, TOPIC, address, UUID.randomUUID().toString(), NOW)));
        }
        pool.submit(
                () ->
                    subscribers()
                        .apply(
                            id.subscriberId(), Consent.withdrawn("one-click", List.of(TOPIC), NOW)))
            .get();
        for (var claim : claims) {
          assertThat(claim.get())
              .isIn(ClaimAnswer.HELD, ClaimAnswer.TAKEN, ClaimAnswer.UNSUBSCRIBED);
        }
      }
      row(id)
          .claim()
          .ifPresentOrElse(it -> deliveries().release(id, it.id(), "throttled"), () -> {});
      assertThat(deliveries().claim(id, TOPIC, address, UUID.randomUUID().toString(), NOW))
          .isEqualTo(ClaimAnswer.UNSUBSCRIBED);
    }
  }

  @Test
  void answerOfSesCountsForItsClaim() {
    var ada = ada();
    assertThat(deliveries().accepted(ada, token("mine"), "m1")).isFalse();
    assertThat(row(ada).state()).isEqualTo(PENDING);
    claim(ada, "mine");
    assertThat(deliveries().accepted(ada, token("yours"), "m1")).isFalse();
    assertThat(row(ada).state()).isEqualTo(CLAIMED);

    assertThat(deliveries().accepted(ada, token("mine"), "m1")).isTrue();
    assertThat(deliveries().accepted(ada, token("mine"), "m1")).isFalse();

    assertThat(row(ada).state()).isEqualTo(SENT);
    assertThat(row(ada).known().messageId()).contains("m1");
    assertThat(row(ada).known().byAnswer()).isTrue();
    assertThat(claim(ada, "again")).as("sent for good").isEqualTo(ClaimAnswer.TAKEN);
  }

  @Test
  void releaseThatIsRepeatedFreesNoClaimThatSomebodyTookInBetween() {
    var ada = ada();
    claim(ada, "mine");
    deliveries().release(ada, token("mine"), "throttled");
    assertThat(row(ada).state()).isEqualTo(PENDING);
    assertThat(row(ada).claim()).isEmpty();
    claim(ada, "yours");

    deliveries().release(ada, token("mine"), "throttled");
    deliveries().fail(ada, token("mine"), "rejected");

    assertThat(row(ada).claim().orElseThrow().id()).isEqualTo(token("yours"));
    deliveries().fail(ada, token("yours"), "rejected");
    assertThat(row(ada).state()).isEqualTo(FAILED);
  }

  @Test
  void rowIsClosedWithoutAClaimOnlyWhileNobodyHasOne() {
    var ada = ada();
    claim(ada, "mine");
    deliveries().skip(ada, "cancelled");
    deliveries().giveUp(ada, "render");
    assertThat(row(ada).state()).isEqualTo(CLAIMED);
    deliveries().release(ada, token("mine"), "throttled");

    deliveries().skip(ada, "cancelled");
    deliveries().giveUp(ada, "render");

    assertThat(row(ada).state()).isEqualTo(SKIPPED);
    assertThat(row(ada).known().reason()).contains("cancelled");
  }

  @Test
  void triesAreCountedUntilTheNextClaim() {
    var ada = ada();
    assertThat(deliveries().tried(ada)).isEqualTo(1);
    assertThat(deliveries().tried(ada)).isEqualTo(2);
    claim(ada, "mine");
    assertThat(deliveries().tried(ada)).as("claimed").isZero();

    deliveries().release(ada, token("mine"), "never-sent");

    assertThat(deliveries().tried(ada)).isEqualTo(1);
  }
}
