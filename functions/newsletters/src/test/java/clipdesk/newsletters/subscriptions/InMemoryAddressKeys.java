package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.AddressesToRekey.Row;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who stands under which key, in pages of two. */
public final class InMemoryAddressKeys implements AddressKeys {
  private static final int PAGE = 2;

  private final SortedMap<String, String> keys = new TreeMap<>();
  private long unknown;

  /** Somebody whose address stands under a key. */
  public void put(String subscriberId, String key) {
    keys.put(subscriberId, key);
  }

  /** A suppression of nobody's address. */
  public void putUnknown() {
    unknown++;
  }

  /** How everybody stands. */
  public Map<String, String> all() {
    return Map.copyOf(keys);
  }

  @Override
  public String newest() {
    return "k2";
  }

  @Override
  public Page page(Optional<Row> after) {
    var left = keys.tailMap(after.map(it -> it.partition() + "\0").orElse("")).keySet();
    var people = left.stream().limit(PAGE).toList();
    return new Page(
        people,
        after.isEmpty() ? unknown : 0,
        left.size() > PAGE ? Optional.of(new Row(people.getLast(), "")) : Optional.empty());
  }

  @Override
  public boolean rekey(String subscriberId) {
    return Optional.ofNullable(keys.replace(subscriberId, newest()))
        .filter(it -> !it.equals(newest()))
        .isPresent();
  }
}
