package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.newsletters.AddressesToRekey.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What whoever moves addresses to another key relies on. */
abstract class AddressKeysContract {
  abstract AddressKeys keys();

  /**
   * @return the id of somebody whose address stands under a key that is not the newest
   */
  abstract String someoneUnderAnOlderKey();

  /** A suppression of an address that is nobody's. */
  abstract void suppressAnUnknownAddress();

  @Test
  void everybodyWithAnAddressIsOnAPage() {
    var people = List.of(someoneUnderAnOlderKey(), someoneUnderAnOlderKey());
    suppressAnUnknownAddress();

    var found = new ArrayList<String>();
    long unknown = 0;
    Optional<Row> last = Optional.empty();
    do {
      var page = keys().page(last);
      found.addAll(page.people());
      unknown += page.unknown();
      last = page.last();
    } while (last.isPresent());

    assertThat(found).containsAll(people).doesNotHaveDuplicates();
    assertThat(unknown).isPositive();
  }

  @Test
  void addressIsMovedOnce() {
    var who = someoneUnderAnOlderKey();

    assertThat(keys().rekey(who)).isTrue();
    assertThat(keys().rekey(who)).isFalse();
    assertThat(keys().rekey("nobody")).isFalse();
    assertThat(keys().newest()).isEqualTo("k2");
  }
}
