package clipdesk.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallerReaderTest {
  private final CallerReader reader = new CallerReader(new TokenRules("client-1", "clipdesk/user"));

  @ParameterizedTest
  @ValueSource(strings = {"press,editors", "[press editors]", "[press, editors]", "editors"})
  void groupsAreReadInEveryWrittenForm(String groups) {
    assertThat(read(Map.of("cognito:groups", groups)).editor()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "press", "editors-in-chief", "[my editorsx]"})
  void otherGroupsMakeNoEditor(String groups) {
    assertThat(read(Map.of("cognito:groups", groups)).editor()).isFalse();
  }

  @Test
  void addressCountsOnlyWhenItIsProven() {
    assertThat(read(Map.of("email", "a@example.org", "email_verified", "true")).email())
        .contains("a@example.org");
    assertThat(read(Map.of("email", "a@example.org")).email()).isEmpty();
  }

  @Test
  void instantOfThePasswordIsRead() {
    assertThat(read(Map.of("auth_time", "1767225600")).authenticatedAt())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void tokensOfOneSessionShareTheirFamily() {
    assertThat(read(Map.of("origin_jti", "family-1")).tokenFamily()).contains("family-1");
    assertThat(read(Map.of()).tokenFamily()).isEmpty();
  }

  private Caller read(Map<String, String> claims) {
    return reader.read(GatewayCalls.call("GET", "/v1/me").signedIn("sub-1", claims).event());
  }
}
