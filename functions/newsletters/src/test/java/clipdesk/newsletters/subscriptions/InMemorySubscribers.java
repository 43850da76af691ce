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
import java.util.function.Function;

/** Subscribers in memory, by the rules of the table. */
@Singleton
@Replaces(value = Subscribers.class, factory = SubscriptionsWiring.class)
public final class InMemorySubscribers implements Subscribers {
  private static final class Person {
    private final String id;
    private Optional<EmailAddress> email;
    private Standing standing;
    private Optional<String> addressKey;
    private Optional<String> movedTo = Optional.empty();
    private final Map<String, Instant> since = new TreeMap<>();
    private final List<Consent> consents = new ArrayList<>();

    private Person(String id, EmailAddress email, Standing standing) {
      this.id = id;
      this.email = Optional.of(email);
      this.addressKey = Optional.of(key(email));
      this.standing = standing;
    }

    private boolean apply(List<Consent> all) {
      var after = standing.after(all);
      if (after.equals(standing)) {
        return false;
      }
      after.on().forEach(it -> since.putIfAbsent(it, all.getLast().at()));
      since.keySet().removeIf(it -> !after.on(it));
      standing = after;
      consents.addAll(all);
      if (after.status().equals(Standing.ERASED)) {
        email = Optional.empty();
      }
      return true;
    }

    private Subscriber subscriber() {
      return new Subscriber(id, email, standing.language(), standing.status());
    }
  }

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> holders = new HashMap<>();
  private final Map<String, String> suppressions = new HashMap<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private int made;

  /** Whether no mail may go there. */
  synchronized boolean suppressed(EmailAddress email) {
    return suppressions.containsKey(key(email));
  }

  /** What stands for the key of an address. */
  public static String key(EmailAddress email) {
    return "key of " + email.text();
  }

  /** Who switched what on or off and how, oldest first. */
  public synchronized List<String> consents() {
    return List.copyOf(lines);
  }

  /** What those get who have a topic on. */
  synchronized List<Standing> standingsOf(String topic) {
    return people.values().stream().map(it -> it.standing).filter(it -> it.on(topic)).toList();
  }

  /** Who has a topic on, and since when. */
  public synchronized Map<String, Instant> members(String topic) {
    var members = new TreeMap<String, Instant>();
    people.forEach(
        (id, it) -> Optional.ofNullable(it.since.get(topic)).ifPresent(at -> members.put(id, at)));
    return members;
  }

  /** All that is kept of one id, oldest first, whoever it became. */
  synchronized List<Consent> recordsOf(String id) {
    return Optional.ofNullable(people.get(id))
        .map(it -> List.copyOf(it.consents))
        .orElse(List.of());
  }

  /** A fault: the lock of an address goes, whosever it is by now. */
  public synchronized void releaseWhoeverHoldsIt(String id) {
    present(id).flatMap(it -> it.addressKey).ifPresent(holders::remove);
  }

  /** A fault: nothing is kept of what somebody did. */
  public synchronized boolean applyWithoutRecord(String id, List<Consent> consents) {
    boolean changed = apply(id, consents);
    if (changed) {
      present(id).ifPresent(it -> it.consents.removeLast());
    }
    return changed;
  }

  /** A consent, in short. */
  public void subscribe(
      Subscriber who, String topic, Language language, String source, String version, Instant now) {
    var text = new Consent.ShownText(version, language, "hash");
    apply(who.id(), Consent.granted(source, List.of(topic), language, now).showing(text));
  }

  /** A withdrawal, in short. */
  public void unsubscribe(String subscriberId, String topic, String source, Instant now) {
    apply(subscriberId, Consent.withdrawn(source, List.of(topic), now));
  }

  @Override
  public synchronized Subscriber ofAddress(EmailAddress email, Language language, Instant now) {
    var holder = find(email);
    if (holder.isPresent()) {
      return holder.get();
    }
    var id = "s" + Integer.toHexString(++made);
    var person = new Person(id, email, Standing.first(language));
    Optional.ofNullable(suppressions.get(key(email)))
        .ifPresent(it -> person.apply(List.of(Consent.suppressed(it, now))));
    people.put(id, person);
    holders.put(key(email), id);
    return person.subscriber();
  }

  @Override
  public synchronized Optional<Subscriber> find(String subscriberId) {
    return present(subscriberId).map(Person::subscriber);
  }

  private Optional<Person> present(String id) {
    var person = Optional.ofNullable(people.get(id));
    return person.flatMap(it -> it.movedTo).flatMap(this::present).or(() -> person);
  }

  @Override
  public synchronized Optional<Subscriber> find(EmailAddress email) {
    return Optional.ofNullable(holders.get(key(email)))
        .flatMap(this::find)
        .filter(it -> !it.status().equals(Standing.ERASED));
  }

  @Override
  public synchronized void linkAccount(String accountId, String subscriberId) {
    accounts.put(accountId, subscriberId);
  }

  @Override
  public synchronized Optional<Subscriber> ofAccount(String accountId) {
    return Optional.ofNullable(accounts.get(accountId)).flatMap(this::find);
  }

  @Override
  public synchronized void forgetAccount(String accountId) {
    accounts.remove(accountId);
  }

  @Override
  public synchronized boolean apply(String subscriberId, List<Consent> consents) {
    boolean changed = present(subscriberId).filter(it -> it.apply(consents)).isPresent();
    if (changed) {
      consents.forEach(this::note);
    }
    return changed;
  }

  @Override
  public synchronized boolean apply(
      String subscriberId, Function<Standing, List<Consent>> consents) {
    return present(subscriberId)
        .map(it -> consents.apply(it.standing))
        .filter(it -> !it.isEmpty())
        .filter(it -> apply(subscriberId, it))
        .isPresent();
  }

  /** Everybody of a sixteenth who has a topic or had it. */
  public synchronized List<String> roll(String topic, String bucket) {
    return people.values().stream()
        .filter(it -> it.movedTo.isEmpty() && !it.standing.status().equals(Standing.ERASED))
        .filter(it -> it.standing.topics().containsKey(topic))
        .map(it -> it.id)
        .filter(it -> Subscriber.bucket(it).equals(bucket))
        .sorted()
        .toList();
  }

  private void note(Consent consent) {
    var word =
        switch (consent.action()) {
          case GRANTED, CONFIRMED, RESTORED -> "on ";
          case WITHDRAWN -> "off ";
          default -> "";
        };
    if (!word.isEmpty()) {
      consent.topics().forEach(it -> lines.add(word + it + " " + consent.source()));
    }
  }

  @Override
  public synchronized Optional<Standing> standing(String subscriberId) {
    return present(subscriberId).map(it -> it.standing);
  }

  @Override
  public synchronized Page consents(String subscriberId, Optional<String> after, int limit) {
    var newest = present(subscriberId).map(it -> it.consents.reversed()).orElse(List.of());
    int from = after.map(Integer::parseInt).orElse(0);
    int to = Math.min(newest.size(), from + limit);
    return new Page(
        List.copyOf(newest.subList(from, to)),
        to < newest.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  @Override
  public synchronized Optional<String> erase(String subscriberId, String source, Instant now) {
    apply(subscriberId, Consent.erased(source, now));
    return present(subscriberId).flatMap(it -> it.addressKey);
  }

  @Override
  public synchronized void release(String subscriberId) {
    present(subscriberId)
        .filter(it -> it.standing.status().equals(Standing.ERASED))
        .ifPresent(
            it -> {
              it.addressKey.ifPresent(key -> holders.remove(key, it.id));
              it.addressKey = Optional.empty();
            });
  }

  @Override
  public synchronized void suppress(String subscriberId, String reason, Instant now) {
    var person = present(subscriberId);
    if (apply(subscriberId, Consent.suppressed(reason, now))) {
      person.flatMap(it -> it.addressKey).ifPresent(it -> suppressions.put(it, reason));
    }
  }

  @Override
  public synchronized void suppressAddress(String addressKey, String reason, Instant now) {
    suppressions.put(addressKey, reason);
    Optional.ofNullable(holders.get(addressKey)).ifPresent(it -> suppress(it, reason, now));
  }

  @Override
  public synchronized void lift(String subscriberId, String proof, Instant now) {
    present(subscriberId).flatMap(it -> it.email).ifPresent(it -> suppressions.remove(key(it)));
    apply(subscriberId, Consent.lifted("operator", now).provenBy(proof));
  }

  @Override
  public synchronized void move(String subscriberId, EmailAddress to, Instant now) {
    var who = present(subscriberId);
    if (who.isEmpty() || who.get().email.isEmpty() || who.get().email.get().equals(to)) {
      return;
    }
    move(who.get(), to, now);
  }

  private void move(Person who, EmailAddress to, Instant now) {
    var from = key(who.email.orElseThrow());
    var left = Optional.ofNullable(suppressions.get(from));
    var there = Optional.ofNullable(suppressions.get(key(to)));
    var other = find(to).flatMap(it -> present(it.id()));
    var suppression = Merge.suppression(who.standing, left, there);
    apply(
        who.id, Merge.consents(who.standing, left, other.map(it -> it.standing), suppression, now));
    suppression.ifPresent(it -> suppressions.put(key(to), it));
    other.ifPresent(
        it -> {
          it.apply(List.of(Consent.erased(Merge.SOURCE, now)));
          it.movedTo = Optional.of(who.id);
        });
    holders.remove(from, who.id);
    holders.put(key(to), who.id);
    who.email = Optional.of(to);
    who.addressKey = Optional.of(key(to));
  }
}
