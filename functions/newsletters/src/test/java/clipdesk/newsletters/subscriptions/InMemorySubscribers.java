package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Subscribers in memory; consents as lines of text. */
@Singleton
@Replaces(value = Subscribers.class, factory = SubscriptionsWiring.class)
public final class InMemorySubscribers implements Subscribers {
  private final Map<String, Subscriber> subscribers = new HashMap<>();
  private final Map<EmailAddress, String> addresses = new HashMap<>();
  private int made;
  private final Map<String, TreeMap<String, Instant>> topics = new HashMap<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final List<String> consents = new ArrayList<>();

  /** Who switched what on or off and how, oldest first. */
  public List<String> consents() {
    return List.copyOf(consents);
  }

  /** Who has a topic on, and since when. */
  public Map<String, Instant> members(String topic) {
    var members = new TreeMap<String, Instant>();
    topics.forEach(
        (id, on) -> Optional.ofNullable(on.get(topic)).ifPresent(it -> members.put(id, it)));
    return members;
  }

  @Override
  public synchronized Subscriber ofAddress(EmailAddress email, Language language, Instant now) {
    var id = addresses.computeIfAbsent(email, _ -> "s" + Integer.toHexString(++made));
    return subscribers.computeIfAbsent(
        id, _ -> new Subscriber(id, Optional.of(email), language, "active"));
  }

  @Override
  public Optional<Subscriber> find(String subscriberId) {
    return Optional.ofNullable(subscribers.get(subscriberId));
  }

  @Override
  public Optional<Subscriber> find(EmailAddress email) {
    return Optional.ofNullable(addresses.get(email)).flatMap(this::find);
  }

  @Override
  public void linkAccount(String accountId, String subscriberId) {
    accounts.put(accountId, subscriberId);
  }

  @Override
  public Optional<Subscriber> ofAccount(String accountId) {
    return Optional.ofNullable(accounts.get(accountId)).flatMap(this::find);
  }

  @Override
  public void forgetAccount(String accountId) {
    accounts.remove(accountId);
  }

  @Override
  public void subscribe(
      Subscriber subscriber,
      String topic,
      Language language,
      String source,
      String textVersion,
      Instant now) {
    subscribers.put(
        subscriber.id(),
        new Subscriber(subscriber.id(), subscriber.email(), language, subscriber.status()));
    if (topics.computeIfAbsent(subscriber.id(), _ -> new TreeMap<>()).putIfAbsent(topic, now)
        == null) {
      consents.add("on " + topic + " " + source);
    }
  }

  @Override
  public void unsubscribe(String subscriberId, String topic, String source, Instant now) {
    if (topics.getOrDefault(subscriberId, new TreeMap<>()).remove(topic) != null) {
      consents.add("off " + topic + " " + source);
    }
  }

  @Override
  public List<String> topicsOf(String subscriberId) {
    return List.copyOf(topics.getOrDefault(subscriberId, new TreeMap<>()).keySet());
  }

  @Override
  public void erase(String subscriberId, Instant now) {
    topicsOf(subscriberId).forEach(topic -> unsubscribe(subscriberId, topic, "account-page", now));
    subscribers.computeIfPresent(
        subscriberId,
        (id, it) -> {
          it.email().ifPresent(email -> addresses.remove(email, id));
          return new Subscriber(id, Optional.empty(), it.language(), "erased");
        });
  }

  @Override
  public void suppress(String subscriberId, String reason, Instant now) {
    topicsOf(subscriberId).forEach(topic -> unsubscribe(subscriberId, topic, reason, now));
    subscribers.computeIfPresent(
        subscriberId, (id, it) -> new Subscriber(id, it.email(), it.language(), "suppressed"));
  }
}
