package clipdesk.media.accounts;

import java.util.Collection;
import java.util.List;

/** Rows about accounts. */
interface AccountRows {
  /** The key of a row. */
  record Key(String pk, String sk) {}

  /**
   * A row of an account's partition.
   *
   * @param elsewhere rows of other partitions that go with it; only this row names them
   */
  record Row(Key key, List<Key> elsewhere) {
    public Row {
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /** Some rows of an account's partition, as it now is; none if it is empty. */
  List<Row> some(String accountId);

  /** Rows that are not there any more are no error. */
  void delete(Collection<Key> keys);
}
