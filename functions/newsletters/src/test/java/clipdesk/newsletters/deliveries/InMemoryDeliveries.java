package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.Delivery.Claim;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The ledger by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(value = Deliveries.class, factory = DeliveriesWiring.class)
public final class InMemoryDeliveries implements Deliveries {
  private final InMemorySubscribers subscribers;
  private final TreeMap<String, Delivery> rows = new TreeMap<>();
  private final Map<String, Long> tries = new HashMap<>();

  public InMemoryDeliveries(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  /** The state of one row. */
  public DeliveryState state(DeliveryId id) {
    return rows.get(key(id)).state();
  }

  /** All rows of a campaign by state. */
  public Map<DeliveryState, Long> counts(String campaignId) {
    var all = new TreeMap<DeliveryState, Long>();
    all().stream()
        .filter(it -> it.id().campaignId().equals(campaignId))
        .forEach(it -> all.merge(it.state(), 1L, Long::sum));
    return all;
  }

  synchronized Collection<Delivery> all() {
    return List.copyOf(rows.values());
  }

  /** All rows of a campaign. */
  public synchronized List<Delivery> rows(String campaignId) {
    return within(campaignId + "#");
  }

  public synchronized List<Delivery> rows(String campaignId, String bucket) {
    return within(campaignId + "#" + bucket + "#");
  }

  private List<Delivery> within(String prefix) {
    return List.copyOf(rows.subMap(prefix, prefix + Character.MAX_VALUE).values());
  }

  @Override
  public synchronized void plan(DeliveryId id, Instant now) {
    rows.putIfAbsent(
        key(id),
        new Delivery(
            id, DeliveryState.PENDING, Optional.empty(), Optional.of(now), 0, Known.nothing()));
  }

  @Override
  public synchronized List<Delivery> read(String campaignId, List<String> subscriberIds) {
    return subscriberIds.stream()
        .distinct()
        .map(it -> rows.get(key(new DeliveryId(campaignId, it))))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public synchronized Optional<Delivery> glimpse(DeliveryId id) {
    return Optional.ofNullable(rows.get(key(id)));
  }

  @Override
  public synchronized List<Delivery> of(String subscriberId, List<String> campaignIds) {
    return campaignIds.stream()
        .flatMap(it -> read(it, List.of(subscriberId)).stream())
        .distinct()
        .toList();
  }

  @Override
  public synchronized ClaimAnswer claim(
      DeliveryId id, String topic, EmailAddress email, String claim, Instant now) {
    var row = rows.get(key(id));
    if (row != null && isClaim(claim).test(row)) {
      return ClaimAnswer.HELD;
    }
    if (row == null || !row.is(DeliveryState.PENDING)) {
      return ClaimAnswer.TAKEN;
    }
    // The item of this very id: who became another has none that could be mailed to.
    var recipient =
        subscribers.find(id.subscriberId()).filter(it -> it.id().equals(id.subscriberId()));
    var status = recipient.map(Subscriber::status).orElse("erased");
    if (!status.equals("active")) {
      return status.equals("erased") ? ClaimAnswer.ERASED : ClaimAnswer.SUPPRESSED;
    }
    if (!subscribers.topicsOf(id.subscriberId()).contains(topic)) {
      return ClaimAnswer.UNSUBSCRIBED;
    }
    if (!recipient.flatMap(Subscriber::email).equals(Optional.of(email))) {
      return ClaimAnswer.MOVED;
    }
    tries.remove(key(id));
    rows.put(
        key(id),
        new Delivery(
            id,
            DeliveryState.CLAIMED,
            Optional.of(new Claim(claim, now)),
            row.plannedAt(),
            0,
            row.known()));
    return ClaimAnswer.HELD;
  }

  private static Predicate<Delivery> isClaim(String claim) {
    return it ->
        it.is(DeliveryState.CLAIMED) && it.claim().filter(c -> c.id().equals(claim)).isPresent();
  }

  @Override
  public boolean accepted(DeliveryId id, String claim, String messageId) {
    return swap(
        id,
        isClaim(claim),
        it -> it.to(DeliveryState.SENT, it.known().taken(messageId).answered()));
  }

  @Override
  public void release(DeliveryId id, String claim, String reason) {
    swap(id, isClaim(claim), it -> it.free(it.known()));
  }

  @Override
  public void fail(DeliveryId id, String claim, String reason) {
    swap(id, isClaim(claim), it -> it.to(DeliveryState.FAILED, it.known().because(reason)));
  }

  @Override
  public void skip(DeliveryId id, String reason) {
    swap(
        id,
        it -> it.is(DeliveryState.PENDING),
        it -> it.to(DeliveryState.SKIPPED, it.known().because(reason)));
  }

  @Override
  public void giveUp(DeliveryId id, String reason) {
    swap(
        id,
        it -> it.is(DeliveryState.PENDING),
        it -> it.to(DeliveryState.FAILED, it.known().because(reason)));
  }

  @Override
  public synchronized long tried(DeliveryId id) {
    var row = rows.get(key(id));
    return row != null && row.is(DeliveryState.PENDING) ? tries.merge(key(id), 1L, Long::sum) : 0;
  }

  synchronized boolean swap(DeliveryId id, Predicate<Delivery> from, UnaryOperator<Delivery> to) {
    var row = rows.get(key(id));
    boolean fits = row != null && from.test(row);
    if (fits) {
      rows.put(key(id), to.apply(row));
    }
    return fits;
  }

  private static String key(DeliveryId id) {
    return id.campaignId() + "#" + id.bucket() + "#" + id.subscriberId();
  }
}
