package clipdesk.newsletters.deliveries;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes of rows together with the tallies that they are part of, in memory. */
@Singleton
@Bean(typed = {InMemoryCampaignCounts.class, DeliveryChanges.class})
@Replaces(value = DeliveryChanges.class, factory = DeliveriesWiring.class)
public final class InMemoryCampaignCounts implements DeliveryChanges, CampaignCounts {
  private final InMemoryDeliveries ledger;
  private final Map<String, Map<String, Tally>> tallies = new HashMap<>();
  private final Map<String, Map<Instant, Tally>> slots = new HashMap<>();
  private final Map<DeliveryId, Duplicate> duplicates = new HashMap<>();
  private final Map<String, Pulse> pulses = new HashMap<>();
  private final Map<String, Long> done = new HashMap<>();

  public InMemoryCampaignCounts(InMemoryDeliveries ledger) {
    this.ledger = ledger;
  }

  @Override
  public synchronized boolean replace(Delivery seen, Delivery then) {
    boolean replaced = ledger.swap(seen.id(), it -> as(seen, it), it -> of(it, then));
    if (replaced && seen.known().counted()) {
      add(then, Tally.of(then).minus(Tally.of(seen)));
    }
    return replaced;
  }

  /** The condition of the table: state, version, claim, and whether it is counted. */
  private static boolean as(Delivery seen, Delivery row) {
    return row.is(seen.state())
        && row.known().version() == seen.known().version()
        && row.known().counted() == seen.known().counted()
        && Objects.equals(
            row.claim().map(Delivery.Claim::id), seen.claim().map(Delivery.Claim::id));
  }

  private static Delivery of(Delivery row, Delivery then) {
    return new Delivery(
        row.id(), then.state(), then.claim(), row.plannedAt(), row.requeues(), then.known());
  }

  @Override
  public synchronized boolean count(List<Delivery> closed) {
    boolean same =
        closed.stream()
            .allMatch(
                seen ->
                    ledger.read(seen.id().campaignId(), List.of(seen.id().subscriberId())).stream()
                        .anyMatch(it -> as(seen, it)));
    if (same) {
      for (var row : closed) {
        ledger.swap(row.id(), _ -> true, it -> it.to(it.state(), it.known().inTallies()));
        add(row, Tally.of(row));
      }
    }
    return same;
  }

  private void add(Delivery row, Tally by) {
    var id = row.id();
    tallies
        .computeIfAbsent(id.campaignId(), _ -> new TreeMap<>())
        .merge(id.bucket(), by, Tally::plus);
    row.claim()
        .ifPresent(
            claim ->
                slots
                    .computeIfAbsent(id.campaignId(), _ -> new TreeMap<>())
                    .merge(Evidence.slot(claim.at()), by.ofNeighbours(), Tally::plus));
  }

  @Override
  public synchronized void duplicate(DeliveryId id, String messageId, Instant now) {
    var known = duplicates.getOrDefault(id, new Duplicate(id.subscriberId(), List.of(), now));
    var ids = new TreeSet<>(known.messageIds());
    ids.add(messageId);
    duplicates.put(id, new Duplicate(id.subscriberId(), List.copyOf(ids), known.at()));
  }

  @Override
  public synchronized Map<String, Tally> tallies(String campaignId) {
    return withoutZeros(tallies.getOrDefault(campaignId, Map.of()));
  }

  private static Map<String, Tally> withoutZeros(Map<String, Tally> counted) {
    var told = new TreeMap<String, Tally>();
    counted.forEach((bucket, tally) -> told.put(bucket, tally.minus(Tally.none())));
    return told;
  }

  /** What the tallies must be. */
  public synchronized Map<String, Tally> recounted(String campaignId) {
    var counted = new TreeMap<String, Tally>();
    ledger.rows(campaignId).stream()
        .filter(it -> it.known().counted())
        .forEach(it -> counted.merge(it.id().bucket(), Tally.of(it), Tally::plus));
    return counted;
  }

  /** A fault: the tallies hear nothing of it. */
  public synchronized boolean replaceUncounted(Delivery seen, Delivery then) {
    return ledger.swap(seen.id(), it -> as(seen, it), it -> of(it, then));
  }

  /** A fault: whether or not the rows are as they were read. */
  public synchronized void countWhateverItIs(List<Delivery> closed) {
    for (var row : closed) {
      ledger.swap(row.id(), _ -> true, it -> it.to(it.state(), it.known().inTallies()));
      add(row, Tally.of(row));
    }
  }

  /** A fault: a decision that does not look at the state. */
  public synchronized void freeAnyone(String campaignId) {
    ledger.rows(campaignId).stream()
        .filter(it -> it.is(DeliveryState.SENT))
        .findFirst()
        .ifPresent(row -> ledger.swap(row.id(), _ -> true, it -> it.free(it.known())));
  }

  @Override
  public synchronized Evidence evidence(String campaignId, Instant claimedAt) {
    var around =
        new TreeMap<>(slots.getOrDefault(campaignId, Map.of()))
                .subMap(
                    Evidence.slot(claimedAt.minus(Evidence.AROUND)),
                    true,
                    Evidence.slot(claimedAt.plus(Evidence.AROUND)),
                    true)
                .values()
                .stream()
                .reduce(Tally.none(), Tally::plus);
    return new Evidence(around.taken(), around.heard());
  }

  @Override
  public synchronized List<Duplicate> duplicates(String campaignId) {
    return duplicates.entrySet().stream()
        .filter(it -> it.getKey().campaignId().equals(campaignId))
        .map(Map.Entry::getValue)
        .sorted(java.util.Comparator.comparing(Duplicate::subscriberId))
        .toList();
  }

  @Override
  public synchronized Optional<Pulse> pulse(String campaignId) {
    return Optional.ofNullable(pulses.get(campaignId));
  }

  @Override
  public synchronized void beat(String campaignId, Pulse pulse) {
    pulses.put(campaignId, pulse);
  }

  @Override
  public synchronized void addDone(String campaignId, long rows) {
    done.merge(campaignId, rows, Long::sum);
  }

  @Override
  public synchronized long done(String campaignId) {
    return done.getOrDefault(campaignId, 0L);
  }
}
