package clipdesk.media.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows in memory; every call, and every row deleted, is a step before which a crash may come. */
final class InMemoryAccountRows implements AccountRows {
  private static final int PAGE = 25;

  private final Map<Key, List<Key>> rows = new LinkedHashMap<>();
  private int steps;
  private int crashBefore = Integer.MAX_VALUE;

  void put(Row row) {
    rows.put(row.key(), row.elsewhere());
  }

  Set<Key> keys() {
    return Set.copyOf(rows.keySet());
  }

  int steps() {
    return steps;
  }

  /** Once, before the step of this number. */
  void crashBefore(int step) {
    steps = 0;
    crashBefore = step;
  }

  @Override
  public List<Row> some(String accountId) {
    step();
    return rows.entrySet().stream()
        .filter(row -> row.getKey().pk().equals("ACCT#" + accountId))
        .limit(PAGE)
        .map(row -> new Row(row.getKey(), row.getValue()))
        .toList();
  }

  @Override
  public void delete(Collection<Key> keys) {
    for (var key : new ArrayList<>(keys)) {
      step();
      rows.remove(key);
    }
  }

  private void step() {
    if (steps == crashBefore) {
      crashBefore = Integer.MAX_VALUE;
      throw new IllegalStateException("Crashed before step " + steps);
    }
    steps++;
  }
}
