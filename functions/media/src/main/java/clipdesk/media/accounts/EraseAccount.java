package clipdesk.media.accounts;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Forgets an account, page by page. It keeps no note of how far it came: what is left of the
 * account's partition says so, because a row goes only after those that it alone names.
 */
final class EraseAccount {
  private final AccountRows rows;

  EraseAccount(AccountRows rows) {
    this.rows = rows;
  }

  /**
   * @param timeIsUp asked before every page
   * @throws IllegalStateException if time is up before all is erased; the next call goes on
   */
  void erase(String accountId, BooleanSupplier timeIsUp) {
    for (var page = rows.some(accountId); !page.isEmpty(); page = rows.some(accountId)) {
      if (timeIsUp.getAsBoolean()) {
        throw new IllegalStateException("Time is up, and some of an account is still there");
      }
      rows.delete(elsewhere(page));
      rows.delete(page.stream().map(AccountRows.Row::key).toList());
    }
  }

  private static List<AccountRows.Key> elsewhere(List<AccountRows.Row> page) {
    return page.stream().flatMap(row -> row.elsewhere().stream()).distinct().toList();
  }
}
