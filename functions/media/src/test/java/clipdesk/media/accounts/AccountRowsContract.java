package clipdesk.media.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import clipdesk.media.accounts.AccountRows.Key;
import clipdesk.media.accounts.AccountRows.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of accounts' rows does. */
abstract class AccountRowsContract {
  final String account = UUID.randomUUID().toString();

  abstract AccountRows rows();

  /** Writes a row as a feature does. */
  abstract void put(Row row);

  @Test
  void rowsAreThoseOfTheAccountWithWhatTheyName() {
    var named = List.of(new Key("VIDEO#" + account, "TAKEN#1"), new Key("TICKET#" + account, "T"));
    var naming = new Row(mine("DL#1"), named);
    var plain = new Row(mine("CLIP#1"), List.of());
    put(naming);
    put(plain);
    put(new Row(new Key("ACCT#" + account + "0", "DL#1"), List.of()));

    assertThat(rows().some(account)).containsExactlyInAnyOrder(naming, plain);
    assertThat(rows().some("nobody")).isEmpty();
  }

  @Test
  void deletedRowsAreGoneAndTheRestIsNot() {
    var keys = IntStream.range(0, 60).mapToObj(i -> mine("CLIP#" + i)).toList();
    keys.forEach(key -> put(new Row(key, List.of())));
    var elsewhere = new Key("TICKET#" + account, "TICKET");
    put(new Row(elsewhere, List.of()));

    rows().delete(keys.subList(1, 60));
    assertThat(rows().some(account)).extracting(Row::key).containsExactly(keys.getFirst());
    rows().delete(List.of(keys.getFirst(), elsewhere));
    assertThat(rows().some(account)).isEmpty();
  }

  @Test
  void deletingWhatIsGoneOrNothingIsNoError() {
    assertThatCode(() -> rows().delete(Set.of(mine("CLIP#1")))).doesNotThrowAnyException();
    assertThatCode(() -> rows().delete(Set.of())).doesNotThrowAnyException();
  }

  @Test
  void someOfManyAreNeverNone() {
    var seen = new HashSet<Key>();
    IntStream.range(0, 60).forEach(i -> put(new Row(mine("CLIP#" + i), List.of())));
    for (var page = rows().some(account); !page.isEmpty(); page = rows().some(account)) {
      page.forEach(row -> assertThat(seen.add(row.key())).isTrue());
      rows().delete(page.stream().map(Row::key).toList());
    }
    assertThat(seen).hasSize(60);
  }

  final Key mine(String sk) {
    return new Key("ACCT#" + account, sk);
  }
}
