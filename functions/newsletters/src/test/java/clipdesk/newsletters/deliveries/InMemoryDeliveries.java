package clipdesk.newsletters.deliveries;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.Delivery.Claim;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Subscriber;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The ledger by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(value = Deliveries.class, factory = DeliveriesWiring.class)
public final class InMemoryDeliveries implements Deliveries {
  private static final Set<DeliveryState> OPEN =
      Set.of(DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.PARKED);

  private final InMemorySubscribers subscribers;
  private final Map<String, Row> rows = new TreeMap<>();

  public InMemoryDeliveries(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  private record Row(
      DeliveryId id,
      DeliveryState state,
      String claim,
      Instant claimedAt,
      Instant plannedAt,
      long requeues,
      long tries) {
    boolean is(DeliveryState other) {
      return state == other;
    }

    Row to(DeliveryState next) {
      return new Row(id, next, claim, claimedAt, plannedAt, requeues, tries);
    }

    Delivery delivery() {
      return new Delivery(
          id,
          state,
          claim.isEmpty() ? Optional.empty() : Optional.of(new Claim(claim, claimedAt)),
          OPEN.contains(state) ? Optional.of(plannedAt) : Optional.empty(),
          requeues);
    }
  }

  /** The state of one row. */
  public DeliveryState state(DeliveryId id) {
    return rows.get(key(id)).state();
  }

  /** All rows of a campaign by state. */
  public Map<DeliveryState, Long> counts(String campaignId) {
    var all = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    rows.values().stream()
        .filter(it -> it.id().campaignId().equals(campaignId))
        .forEach(it -> all.merge(it.state(), 1L, Long::sum));
    return all;
  }

  @Override
  public synchronized void plan(DeliveryId id, Instant now) {
    rows.putIfAbsent(key(id), new Row(id, DeliveryState.PENDING, "", Instant.EPOCH, now, 0, 0));
  }

  @Override
  public synchronized List<Delivery> read(String campaignId, List<String> subscriberIds) {
    return subscriberIds.stream()
        .distinct()
        .map(it -> rows.get(key(new DeliveryId(campaignId, it))))
        .filter(Objects::nonNull)
        .map(Row::delivery)
        .toList();
  }

  @Override
  public synchronized ClaimAnswer claim(
      DeliveryId id, String topic, EmailAddress email, String claim, Instant now) {
    var row = rows.get(key(id));
    if (row != null && row.is(DeliveryState.CLAIMED) && row.claim().equals(claim)) {
      return ClaimAnswer.HELD;
    }
    if (row == null || !row.is(DeliveryState.PENDING)) {
      return ClaimAnswer.TAKEN;
    }
    var recipient = subscribers.find(id.subscriberId());
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
    rows.put(key(id), new Row(id, DeliveryState.CLAIMED, claim, now, row.plannedAt(), 0, 0));
    return ClaimAnswer.HELD;
  }

  @Override
  public void accepted(DeliveryId id, String claim, String messageId) {
    swap(
        id,
        it ->
            (it.is(DeliveryState.CLAIMED) || it.is(DeliveryState.PARKED))
                && it.claim().equals(claim),
        it -> it.to(DeliveryState.SENT));
  }

  @Override
  public void release(DeliveryId id, String claim, String reason) {
    swap(
        id,
        it -> it.is(DeliveryState.CLAIMED) && it.claim().equals(claim),
        it ->
            new Row(
                id,
                DeliveryState.PENDING,
                "",
                Instant.EPOCH,
                it.plannedAt(),
                it.requeues(),
                it.tries()));
  }

  @Override
  public void fail(DeliveryId id, String claim, String reason) {
    swap(
        id,
        it -> it.is(DeliveryState.CLAIMED) && it.claim().equals(claim),
        it -> it.to(DeliveryState.FAILED));
  }

  @Override
  public void skip(DeliveryId id, String reason) {
    swap(id, it -> it.is(DeliveryState.PENDING), it -> it.to(DeliveryState.SKIPPED));
  }

  @Override
  public void giveUp(DeliveryId id, String reason) {
    swap(id, it -> it.is(DeliveryState.PENDING), it -> it.to(DeliveryState.FAILED));
  }

  @Override
  public void sentByEvent(DeliveryId id, String messageId) {
    swap(id, it -> OPEN.contains(it.state()), it -> it.to(DeliveryState.SENT));
  }

  @Override
  public boolean park(DeliveryId id, String claim) {
    return swap(
        id,
        it -> it.is(DeliveryState.CLAIMED) && it.claim().equals(claim),
        it -> it.to(DeliveryState.PARKED));
  }

  @Override
  public void requeued(DeliveryId id) {
    swap(
        id,
        it -> it.is(DeliveryState.PENDING),
        it ->
            new Row(
                id,
                it.state(),
                it.claim(),
                it.claimedAt(),
                it.plannedAt(),
                it.requeues() + 1,
                it.tries()));
  }

  @Override
  public synchronized long tried(DeliveryId id) {
    swap(
        id,
        it -> it.is(DeliveryState.PENDING),
        it ->
            new Row(
                id,
                it.state(),
                it.claim(),
                it.claimedAt(),
                it.plannedAt(),
                it.requeues(),
                it.tries() + 1));
    var row = rows.get(key(id));
    return row != null && row.is(DeliveryState.PENDING) ? row.tries() : 0;
  }

  @Override
  public synchronized Page open(
      String campaignId, String bucket, Optional<String> after, int limit) {
    var open =
        rows.values().stream()
            .filter(it -> it.id().campaignId().equals(campaignId))
            .filter(it -> it.id().bucket().equals(bucket) && OPEN.contains(it.state()))
            .sorted(Comparator.comparing(InMemoryDeliveries::place))
            .filter(it -> after.filter(at -> place(it).compareTo(at) <= 0).isEmpty())
            .toList();
    var page = open.subList(0, Math.min(limit, open.size()));
    return new Page(
        page.stream().map(Row::delivery).toList(),
        page.size() < open.size() ? Optional.of(place(page.getLast())) : Optional.empty());
  }

  private static String place(Row row) {
    return row.plannedAt() + " " + row.id().subscriberId();
  }

  @Override
  public synchronized Map<DeliveryState, Long> counts(String campaignId, String bucket) {
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    rows.values().stream()
        .filter(it -> it.id().campaignId().equals(campaignId))
        .filter(it -> it.id().bucket().equals(bucket))
        .forEach(it -> counts.merge(it.state(), 1L, Long::sum));
    return counts;
  }

  private synchronized boolean swap(DeliveryId id, Predicate<Row> from, UnaryOperator<Row> to) {
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
