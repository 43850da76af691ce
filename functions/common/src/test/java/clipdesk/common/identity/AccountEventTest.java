package clipdesk.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountEventTest {
  @Test
  void eachTypeIsReadWithItsMembers() {
    assertThat(read("{\"type\":\"session-ended\",\"sub\":\"ada\",\"tokenFamily\":\"f-1\"}"))
        .isEqualTo(new AccountEvent.SessionEnded("ada", "f-1"));
    assertThat(read("{\"type\":\"sessions-ended\",\"sub\":\"ada\",\"validAfter\":1767225600}"))
        .isEqualTo(new AccountEvent.SessionsEnded("ada", Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(read("{\"type\":\"account-deleted\",\"sub\":\"ada\",\"email\":\"a@b.example\"}"))
        .isEqualTo(new AccountEvent.AccountDeleted("ada"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"type\":1}", "{\"type\":\"account-renamed\",\"sub\":\"ada\"}"})
  void typeThatWeDoNotKnowIsNone(String message) {
    assertThat(AccountEvent.read(Json.object(message))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"account-deleted\"}",
        "{\"type\":\"account-deleted\",\"sub\":\"\"}",
        "{\"type\":\"account-deleted\",\"sub\":\"a#b\"}",
        "{\"type\":\"account-deleted\",\"sub\":7}",
        "{\"type\":\"session-ended\",\"sub\":\"ada\"}",
        "{\"type\":\"sessions-ended\",\"sub\":\"ada\",\"validAfter\":\"1767225600\"}",
        "{\"type\":\"sessions-ended\",\"sub\":\"ada\",\"validAfter\":1.5}",
        "{\"type\":\"sessions-ended\",\"sub\":\"ada\",\"validAfter\":9223372036854775807}"
      })
  void knownTypeWithABadMemberIsMalformed(String message) {
    assertThatThrownBy(() -> AccountEvent.read(Json.object(message)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a well-formed");
  }

  private static AccountEvent read(String message) {
    return AccountEvent.read(Json.object(message)).orElseThrow();
  }
}
