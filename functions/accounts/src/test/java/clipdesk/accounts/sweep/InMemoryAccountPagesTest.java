package clipdesk.accounts.sweep;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class InMemoryAccountPagesTest extends AccountPagesContract {
  private final Map<String, Instant> accounts = new HashMap<>();
  private final AccountPages pages = new InMemoryAccountPages(() -> accounts, ROWS);

  @Override
  AccountPages pages() {
    return pages;
  }

  @Override
  void put(String sub, Instant createdAt) {
    accounts.put(sub, createdAt);
  }

  @Override
  void remove(String sub) {
    accounts.remove(sub);
  }
}
