package clipdesk.common.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTest {
  @Test
  void plainTextIsTheFirstKey() {
    var ring = KeyRing.of("secret");

    assertThat(ring.newest().id()).isEqualTo("k1");
    assertThat(ring.newest().mac("text"))
        .isEqualTo(KeyRing.of("{\"k1\":\"secret\"}").newest().mac("text"));
  }

  @Test
  void highestNumberIsTheNewestUnlessAnotherIsNamed() {
    assertThat(ids("{\"k9\":\"a\",\"k10\":\"b\",\"k1\":\"c\"}")).containsExactly("k10", "k9", "k1");
    assertThat(ids("{\"k9\":\"a\",\"k10\":\"b\",\"use\":\"k9\"}")).containsExactly("k9", "k10");
  }

  private static List<String> ids(String secret) {
    return KeyRing.of(secret).keys().stream().map(KeyRing.Key::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"k1\":",
        "{\"k1\":\"\"}",
        "{\"k0\":\"secret\"}",
        "{\"k1\":7}",
        "{\"key\":\"secret\"}",
        "{\"k1\":\"secret\",\"use\":\"k2\"}"
      })
  void objectOfAnotherFormIsRefusedAndNotQuoted(String secret) {
    assertThatThrownBy(() -> KeyRing.of(secret))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("secret\"");
  }

  @Test
  void newKeyIsAtWorkAfterFiveMinutesAndFoundAtOnce() {
    var clock = new TickingClock("2026-02-12T15:00:00Z");
    var secret = new ArrayList<>(List.of("one"));
    var keys = new RotatingKeys(secret::getLast, clock);
    assertThat(keys.ring().newest().id()).isEqualTo("k1");

    secret.add("{\"k1\":\"one\",\"k2\":\"two\"}");
    clock.pass(Duration.ofSeconds(9));
    assertThat(keys.find("k2")).as("made-up names cost few calls").isEmpty();
    assertThat(keys.ring().newest().id()).isEqualTo("k1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(keys.find("k2")).isPresent();
    assertThat(keys.find("k3")).isEmpty();

    secret.add("{\"k3\":\"three\"}");
    clock.pass(RotatingKeys.LIFE.minusSeconds(1));
    assertThat(keys.ring().newest().id()).isEqualTo("k2");
    clock.pass(Duration.ofSeconds(1));
    assertThat(keys.ring().newest().id()).isEqualTo("k3");
    assertThat(keys.find("k1")).as("who left the ring").isEmpty();
  }
}
