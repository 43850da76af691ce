package clipdesk.accounts.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All accounts of the table, a page at a time, over and over. */
interface AccountPages {
  /**
   * Some accounts.
   *
   * @param subs none at all where the page has other rows only
   * @param end where the next page begins; empty at the end of the table
   * @param witness the account that was last seen to have its user
   */
  record Page(List<String> subs, Optional<String> end, Optional<String> witness) {}

  /**
   * The page behind the last that was turned, without the accounts that are younger than an
   * instant.
   */
  Page next(Instant createdBefore);

  /**
   * The next page is the one behind this; behind the last comes the first.
   *
   * @param witness of the pages that follow
   */
  void turn(Page page, Optional<String> witness);
}
