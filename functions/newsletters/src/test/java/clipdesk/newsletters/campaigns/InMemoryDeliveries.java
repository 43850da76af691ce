package clipdesk.newsletters.campaigns;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Ledgers by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(value = Deliveries.class, factory = CampaignsWiring.class)
public final class InMemoryDeliveries implements Deliveries {
  private final Map<String, Row> ledger = new TreeMap<>();

  private record Row(String state, String claim, Instant at) {
    boolean is(String name) {
      return state.equals(name);
    }
  }

  /** The state of one recipient's row. */
  public String state(String id, String bucket, String subscriberId) {
    return ledger.get(key(id, bucket, subscriberId)).state();
  }

  @Override
  public void plan(String id, String bucket, String subscriberId, Instant now) {
    ledger.putIfAbsent(key(id, bucket, subscriberId), new Row("PENDING", "", now));
  }

  @Override
  public synchronized boolean claim(
      String id, String bucket, String subscriberId, String claim, Instant now) {
    return swap(
        key(id, bucket, subscriberId),
        it -> it.is("PENDING") || (it.is("CLAIMED") && it.claim().equals(claim)),
        new Row("CLAIMED", claim, now));
  }

  @Override
  public void sent(String id, String bucket, String subscriberId, String claim, String messageId) {
    swap(
        key(id, bucket, subscriberId),
        it -> (it.is("CLAIMED") || it.is("PARKED")) && it.claim().equals(claim),
        new Row("SENT", claim, Instant.EPOCH));
  }

  @Override
  public void sentByEvent(String id, String bucket, String subscriberId, String messageId) {
    swap(
        key(id, bucket, subscriberId),
        it -> it.is("PENDING") || it.is("CLAIMED") || it.is("PARKED"),
        new Row("SENT", "", Instant.EPOCH));
  }

  @Override
  public void close(
      String id, String bucket, String subscriberId, String from, String to, String reason) {
    swap(key(id, bucket, subscriberId), it -> it.is(from), new Row(to, "", Instant.EPOCH));
  }

  @Override
  public int park(String id, Instant before) {
    int parked = 0;
    for (var entry : ledger.entrySet()) {
      var row = entry.getValue();
      if (entry.getKey().startsWith(id + "#") && row.is("CLAIMED") && row.at().isBefore(before)) {
        entry.setValue(new Row("PARKED", row.claim(), row.at()));
        parked++;
      }
    }
    return parked;
  }

  @Override
  public Map<String, Long> counts(String id) {
    var counts = new TreeMap<String, Long>();
    ledger.forEach(
        (key, row) -> {
          if (key.startsWith(id + "#")) {
            counts.merge(row.state(), 1L, Long::sum);
          }
        });
    return counts;
  }

  private boolean swap(String key, Predicate<Row> from, Row to) {
    boolean fits = ledger.containsKey(key) && from.test(ledger.get(key));
    if (fits) {
      ledger.put(key, to);
    }
    return fits;
  }

  private static String key(String id, String bucket, String subscriberId) {
    return id + "#" + bucket + "#" + subscriberId;
  }
}
