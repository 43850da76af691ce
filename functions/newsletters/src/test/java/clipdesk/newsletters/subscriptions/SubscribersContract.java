package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of subscribers does. */
abstract class SubscribersContract {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract Subscribers subscribers();

  @Test
  void addressHasOneSubscriberWhoeverAsksForIt() {
    assertThat(subscribers().find(email)).isEmpty();
    var made = ada();

    assertThat(subscribers().find(email)).contains(made);
    assertThat(made.email()).contains(email);
    assertThat(made.status()).isEqualTo("active");
    assertThat(subscribers().ofAddress(email, Language.EN, NOW)).isEqualTo(made);
    assertThat(subscribers().find(made.id())).contains(made);
    assertThat(subscribers().find("nobody")).isEmpty();
  }

  @Test
  void addressHasOneSubscriberAlsoIfTenAskAtOnce() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      var made =
          pool.invokeAll(Collections.nCopies(10, () -> ada().id())).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
      assertThat(made).hasSize(1);
    }
  }

  @Test
  void accountLeadsToItsSubscriber() {
    var account = UUID.randomUUID().toString();
    assertThat(subscribers().ofAccount(account)).isEmpty();

    subscribers().linkAccount(account, ada().id());

    assertThat(subscribers().ofAccount(account)).contains(ada());

    subscribers().forgetAccount(account);
    subscribers().forgetAccount(account);

    assertThat(subscribers().ofAccount(account)).isEmpty();
  }

  @Test
  void topicIsOnUntilItIsSwitchedOff() {
    var ada = ada();
    subscribe(ada, "briefings", Language.UK);
    subscribe(ada, "announcements", Language.UK);
    assertThat(topics(ada)).containsExactlyInAnyOrder("briefings", "announcements");
    assertThat(subscribers().find(ada.id()).orElseThrow().language()).isEqualTo(Language.UK);

    subscribers().unsubscribe(ada.id(), "briefings", "one-click", NOW);
    subscribers().unsubscribe(ada.id(), "briefings", "one-click", NOW);

    assertThat(topics(ada)).containsExactly("announcements");
    subscribe(ada, "briefings", Language.FR);
    assertThat(topics(ada)).hasSize(2);
  }

  @Test
  void erasedSubscriberHasNoAddressAndNoTopicAndMayComeAnew() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);

    subscribers().erase(ada.id(), NOW);
    subscribers().erase(ada.id(), NOW);

    var erased = subscribers().find(ada.id()).orElseThrow();
    assertThat(erased.email()).isEmpty();
    assertThat(erased.status()).isEqualTo("erased");
    assertThat(topics(ada)).isEmpty();
    var anew = ada();
    assertThat(anew.id()).isNotEqualTo(ada.id());
    assertThat(anew.status()).isEqualTo("active");
  }

  @Test
  void suppressedSubscriberKeepsTheAddressAndLosesEveryTopic() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);

    subscribers().suppress(ada.id(), "bounce", NOW);

    assertThat(ada().status()).isEqualTo("suppressed");
    assertThat(ada().id()).isEqualTo(ada.id());
    assertThat(topics(ada)).isEmpty();
  }

  @Test
  void nobodyIsErasedAndSuppressedWithoutATrace() {
    subscribers().erase("nobody", NOW);
    subscribers().suppress("nobody", "bounce", NOW);

    assertThat(subscribers().find("nobody")).isEmpty();
  }

  final Subscriber ada() {
    return subscribers().ofAddress(email, Language.FR, NOW);
  }

  final void subscribe(Subscriber who, String topic, Language language) {
    subscribers().subscribe(who, topic, language, "account-page", "2026-01", NOW);
  }

  private List<String> topics(Subscriber who) {
    return subscribers().topicsOf(who.id());
  }
}
