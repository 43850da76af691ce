package clipdesk.accounts.sweep;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Pages over accounts and when they were made; a page counts those that are too young. */
final class InMemoryAccountPages implements AccountPages {
  private final Supplier<Map<String, Instant>> accounts;
  private final int rows;
  private Optional<String> after = Optional.empty();
  private Optional<String> witness = Optional.empty();

  InMemoryAccountPages(Supplier<Map<String, Instant>> accounts, int rows) {
    this.accounts = accounts;
    this.rows = rows;
  }

  @Override
  public Page next(Instant createdBefore) {
    var ordered = new TreeMap<>(accounts.get());
    var ahead = after.map(it -> ordered.tailMap(it, /* inclusive= */ false)).orElse(ordered);
    var seen = ahead.keySet().stream().limit(rows).toList();
    var old = seen.stream().filter(sub -> ordered.get(sub).isBefore(createdBefore)).toList();
    var end = seen.size() < rows ? Optional.<String>empty() : Optional.of(seen.getLast());
    return new Page(old, end, witness);
  }

  @Override
  public void turn(Page page, Optional<String> nextWitness) {
    after = page.end();
    witness = nextWitness;
  }
}
