package clipdesk.newsletters.rekeying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.newsletters.lists.RecordedListWork;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.InMemoryAddressKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RekeyAddressesTest {
  private static final AddressesToRekey BEGIN = new AddressesToRekey("k2", Optional.empty(), 0, 0);

  private final TickingClock clock = new TickingClock("2026-03-01T12:00:00Z");
  private final InMemoryAddressKeys keys = new InMemoryAddressKeys();
  private final RecordedListWork work = new RecordedListWork();
  private final RekeyAddresses rekeyAddresses =
      new RekeyAddresses(keys, SideBySide.upTo(2), work, clock);

  @BeforeEach
  void fivePeople() {
    IntStream.range(0, 5).forEach(it -> keys.put("s-" + it, "k1"));
  }

  @Test
  void everybodyIsMovedInOneTurnIfTimeAllows() {
    rekeyAddresses.goOn(BEGIN, clock.instant().plus(Duration.ofMinutes(3)));

    assertThat(keys.all().values()).containsOnly("k2").hasSize(5);
    assertThat(work.rekeyed()).isEmpty();
  }

  @Test
  void turnThatIsOverSaysWhereItWas() {
    keys.putUnknown();
    var asked = BEGIN;
    for (int turn = 1; turn <= 2; turn++) {
      rekeyAddresses.goOn(asked, clock.instant());
      asked = work.rekeyed().getLast();
      assertThat(asked.moved()).isEqualTo(2 * turn);
      assertThat(asked.unknown()).isEqualTo(1);
    }

    rekeyAddresses.goOn(asked, clock.instant());

    assertThat(keys.all().values()).containsOnly("k2");
    assertThat(work.rekeyed()).hasSize(2);
  }

  @Test
  void turnThatComesAgainMovesNobodyTwice() {
    rekeyAddresses.goOn(BEGIN, clock.instant());
    var first = work.rekeyed().getLast();

    rekeyAddresses.goOn(BEGIN, clock.instant());

    var second = work.rekeyed().getLast();
    assertThat(second.after()).isEqualTo(first.after());
    assertThat(second.moved()).isZero();
  }

  /** A process that has not heard of the new key, or an operator who named another. */
  @Test
  void nothingIsMovedToAKeyThatIsNotTheNewest() {
    var other = new AddressesToRekey("k3", Optional.empty(), 0, 0);

    assertThatThrownBy(() -> rekeyAddresses.goOn(other, clock.instant()))
        .hasMessageContaining("not written under k3");

    assertThat(keys.all().values()).containsOnly("k1");
  }
}
