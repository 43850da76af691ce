package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A store of subscribers, and what its contracts do with somebody in it. */
abstract class SubscribersStore {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract Subscribers subscribers();

  abstract String keyOf(EmailAddress address);

  final EmailAddress address(String name) {
    return new EmailAddress(name + "-" + email.text());
  }

  final Subscriber ada() {
    return subscribers().ofAddress(email, Language.FR, NOW);
  }

  final void subscribe(Subscriber who, String topic, Language language) {
    subscribe(who, topic, language, NOW);
  }

  final void subscribe(Subscriber who, String topic, Language language, Instant now) {
    subscribers().apply(who.id(), Consent.granted("account-page", List.of(topic), language, now));
  }

  final boolean withdraw(Subscriber who, String topic) {
    return subscribers().apply(who.id(), Consent.withdrawn("one-click", List.of(topic), NOW));
  }

  final void erase(Subscriber who) {
    subscribers()
        .erase(who.id(), "account-page", NOW)
        .ifPresent(_ -> subscribers().release(who.id()));
  }

  final List<Consent> history(Subscriber who) {
    return subscribers().consents(who.id(), Optional.empty(), 100).consents().reversed();
  }

  final List<String> topics(Subscriber who) {
    return subscribers().topicsOf(who.id());
  }
}
