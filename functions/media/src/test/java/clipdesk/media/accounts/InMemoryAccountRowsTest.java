package clipdesk.media.accounts;

final class InMemoryAccountRowsTest extends AccountRowsContract {
  private final InMemoryAccountRows rows = new InMemoryAccountRows();

  @Override
  AccountRows rows() {
    return rows;
  }

  @Override
  void put(AccountRows.Row row) {
    rows.put(row);
  }
}
