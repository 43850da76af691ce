package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.newsletters.OfReaders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account has subscribed to: by its own page, and whatever its proven address got by any
 * other way.
 */
@OfReaders
@Singleton
public final class AccountSubscriptions {
  private static final String SOURCE = "account-page";

  private final Subscribers subscribers;
  private final Topics topics;
  private final InstantSource clock;

  AccountSubscriptions(Subscribers subscribers, Topics topics, InstantSource clock) {
    this.subscribers = subscribers;
    this.topics = topics;
    this.clock = clock;
  }

  /** The one that the account is linked with, and the one of its address: mostly they are one. */
  public List<Subscriber> of(Caller caller) {
    return Stream.concat(linked(caller).stream(), ofAddress(caller).stream()).distinct().toList();
  }

  private Optional<Subscriber> linked(Caller caller) {
    return subscribers
        .ofAccount(caller.accountId())
        .filter(it -> !it.status().equals(Standing.ERASED));
  }

  private Optional<Subscriber> ofAddress(Caller caller) {
    return proven(caller).flatMap(subscribers::find);
  }

  private static Optional<EmailAddress> proven(Caller caller) {
    return caller.email().flatMap(EmailAddress::of);
  }

  /**
   * @param version of the consent text that was shown
   * @throws ProblemException {@code validation} if no address of the account is proven
   */
  Subscriber subscribe(Caller caller, String topic, Language language, String version) {
    topics.require(List.of(topic), version);
    var now = clock.instant();
    var linked = linked(caller);
    var email = proven(caller);
    if (linked.isPresent() && email.isPresent()) {
      // Does nothing, unless the account has changed its address and word of it is still to come.
      subscribers.move(linked.get().id(), email.get(), now);
    }
    var subscriber =
        email
            .map(it -> subscribers.ofAddress(it, language, now))
            .or(() -> linked)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/", "address-unknown", "Confirm your address by mail first"));
    subscribers.linkAccount(caller.accountId(), subscriber.id());
    var consent = Consent.granted(SOURCE, List.of(topic), language, now).provenBy("session");
    subscribers.apply(subscriber.id(), topics.shown(consent, version));
    return subscriber;
  }

  /** Ends a topic, whichever way it was subscribed to. */
  void unsubscribe(Caller caller, String topic) {
    var consent = Consent.withdrawn(SOURCE, List.of(topic), clock.instant()).provenBy("session");
    of(caller).forEach(it -> subscribers.apply(it.id(), consent));
  }
}
