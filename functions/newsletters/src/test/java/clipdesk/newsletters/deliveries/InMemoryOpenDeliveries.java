package clipdesk.newsletters.deliveries;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows of the ledger by bucket, in memory. */
@Singleton
@Replaces(value = OpenDeliveries.class, factory = DeliveriesWiring.class)
public final class InMemoryOpenDeliveries implements OpenDeliveries {
  private final InMemoryDeliveries ledger;

  public InMemoryOpenDeliveries(InMemoryDeliveries ledger) {
    this.ledger = ledger;
  }

  @Override
  public Page open(String campaignId, String bucket, Optional<String> after, int limit) {
    return page(
        bucketOf(campaignId, bucket).filter(it -> !it.known().counted()),
        it -> it.plannedAt().orElseThrow() + " " + it.id().subscriberId(),
        after,
        limit);
  }

  @Override
  public Page all(String campaignId, String bucket, Optional<String> after, int limit) {
    return page(bucketOf(campaignId, bucket), it -> it.id().subscriberId(), after, limit);
  }

  @Override
  public Page passedOver(PassedOver whom, String bucket, Optional<String> after, int limit) {
    var looked = all(whom.campaignId(), bucket, after, limit);
    return new Page(looked.rows().stream().filter(whom::has).toList(), looked.next());
  }

  @Override
  public Page parked(String campaignId, Optional<String> after, int limit) {
    return page(parkedOf(campaignId), it -> it.id().subscriberId(), after, limit);
  }

  @Override
  public long parked(String campaignId) {
    return parkedOf(campaignId).count();
  }

  private Stream<Delivery> parkedOf(String campaignId) {
    return ledger.rows(campaignId).stream().filter(it -> it.is(DeliveryState.PARKED));
  }

  private Stream<Delivery> bucketOf(String campaignId, String bucket) {
    return ledger.rows(campaignId, bucket).stream();
  }

  private static Page page(
      Stream<Delivery> rows, Function<Delivery, String> place, Optional<String> after, int limit) {
    var left =
        rows.sorted(Comparator.comparing(place))
            .filter(it -> after.filter(at -> place.apply(it).compareTo(at) <= 0).isEmpty())
            .toList();
    List<Delivery> page = left.subList(0, Math.min(limit, left.size()));
    return new Page(
        page,
        page.size() < left.size() ? Optional.of(place.apply(page.getLast())) : Optional.empty());
  }

  @Override
  public boolean park(DeliveryId id, String claim) {
    return ledger.swap(
        id,
        it ->
            it.is(DeliveryState.CLAIMED)
                && it.claim().filter(c -> c.id().equals(claim)).isPresent(),
        it -> it.to(DeliveryState.PARKED, it.known()));
  }

  @Override
  public void requeued(DeliveryId id) {
    ledger.swap(
        id,
        it -> it.is(DeliveryState.PENDING),
        it ->
            new Delivery(
                id, it.state(), it.claim(), it.plannedAt(), it.requeues() + 1, it.known()));
  }

  @Override
  public Map<DeliveryState, Long> counts(String campaignId, String bucket) {
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    bucketOf(campaignId, bucket).forEach(it -> counts.merge(it.state(), 1L, Long::sum));
    return counts;
  }
}
