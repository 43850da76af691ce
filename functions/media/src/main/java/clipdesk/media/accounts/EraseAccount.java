package clipdesk.media.accounts;

import java.util.List;

/**
 * Forgets an account, page by page. It keeps no note of how far it came: what is left of the
 * account's partition says so, because a row goes only after those that it alone names.
 */
final class EraseAccount {
  private final AccountRows rows;

  EraseAccount(AccountRows rows) {
    this.rows = rows;
  }

  void erase(String accountId) {
    for (var page = rows.some(accountId); !page.isEmpty(); page = rows.some(accountId)) {
      rows.delete(elsewhere(page));
      rows.delete(page.stream().map(AccountRows.Row::key).toList());
    }
  }

  private static List<AccountRows.Key> elsewhere(List<AccountRows.Row> page) {
    return page.stream().flatMap(row -> row.elsewhere().stream()).distinct().toList();
  }
}
