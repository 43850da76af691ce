package clipdesk.media.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.media.accounts.AccountRows.Key;
import clipdesk.media.accounts.AccountRows.Row;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EraseAccountTest {
  private final InMemoryAccountRows rows = new InMemoryAccountRows();
  private final EraseAccount eraseAccount = new EraseAccount(rows);

  @Test
  void whatIsTheAccountsAndWhatItNamesGoesAndNothingElse() {
    history("ada", 3);
    history("bob", 1);
    var bobs = rows.keys().stream().filter(key -> key.toString().contains("bob")).toList();

    eraseAccount.erase("ada", () -> false);

    assertThat(rows.keys()).containsExactlyInAnyOrderElementsOf(bobs);
    eraseAccount.erase("ada", () -> false);
    assertThat(rows.keys()).as("once more").hasSameSizeAs(bobs);
  }

  @Test
  void accountWithThousandsOfRowsIsErased() {
    history("ada", 3_000);

    eraseAccount.erase("ada", () -> false);

    assertThat(rows.keys()).isEmpty();
  }

  @Test
  void erasureThatStopsBeforeAnyStepIsFinishedByTheNext() {
    history("ada", 30);
    eraseAccount.erase("ada", () -> false);
    int steps = rows.steps();
    assertThat(steps).isGreaterThan(100);
    for (int step = 0; step < steps; step++) {
      history("ada", 30);
      rows.crashBefore(step);
      assertThatThrownBy(() -> eraseAccount.erase("ada", () -> false))
          .hasMessageContaining("Crashed");

      eraseAccount.erase("ada", () -> false);

      assertThat(rows.keys()).as("rows after a stop before step %d", step).isEmpty();
    }
  }

  @Test
  void erasureThatRunsOutOfTimeIsFinishedByTheNext() {
    history("ada", 100);
    var pages = new AtomicInteger();

    assertThatThrownBy(() -> eraseAccount.erase("ada", () -> pages.incrementAndGet() > 2))
        .hasMessageContaining("Time is up");
    assertThat(rows.keys()).isNotEmpty();

    eraseAccount.erase("ada", () -> false);
    assertThat(rows.keys()).isEmpty();
  }

  /** As downloads leave it: a ticket and who took what, each named by a row of the account. */
  private void history(String account, int tickets) {
    IntStream.range(0, tickets)
        .forEach(
            i -> {
              var ticket = new Key("TICKET#" + account + i, "TICKET");
              var taking = new Key("VIDEO#v", "TAKEN#" + i + "#" + account);
              rows.put(new Row(ticket, List.of()));
              rows.put(new Row(taking, List.of()));
              rows.put(new Row(new Key("ACCT#" + account, "DL#" + i), List.of(ticket)));
              rows.put(new Row(new Key("ACCT#" + account, "TOOK#" + i), List.of(taking)));
            });
  }
}
