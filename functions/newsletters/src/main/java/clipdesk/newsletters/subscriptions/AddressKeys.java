package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.AddressesToRekey.Row;
import java.util.List;
import java.util.Optional;

/** Under which keys of the ring addresses stand. */
public interface AddressKeys {
  /** The name of the key that addresses are written under now. */
  String newest();

  /**
   * Some of all rows there are, in an order of their own; people who come meanwhile may be left
   * out.
   */
  Page page(Optional<Row> after);

  /**
   * @param people who have an address
   * @param unknown suppressions of addresses that nobody has: they stay under the key they have
   * @param last where the next page begins, if there is one
   */
  record Page(List<String> people, long unknown, Optional<Row> last) {}

  /**
   * Brings what is known of somebody's address under the newest key, all at once: whoever looks for
   * it finds it under one or the other.
   *
   * @return whether anything stood elsewhere
   */
  boolean rekey(String subscriberId);
}
