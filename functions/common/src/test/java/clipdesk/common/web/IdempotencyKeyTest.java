package clipdesk.common.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnop",
        "AZaz09_-AZaz09_-",
        "1234567890123456789012345678901234567890123456789012345678901234"
      })
  void aKeyOf16To64CharactersIsTaken(String key) {
    assertThat(IdempotencyKey.of(post().header("Idempotency-Key", key)).text()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abcdefghijklmno",
        "12345678901234567890123456789012345678901234567890123456789012345",
        "abcdefghijklmno."
      })
  void anyOtherIsMalformed(String key) {
    assertThat(codeOf(post().header("Idempotency-Key", key)))
        .isEqualTo("header:Idempotency-Key malformed");
  }

  @Test
  void noneIsMissing() {
    assertThat(codeOf(post())).isEqualTo("header:Idempotency-Key missing");
  }

  @Test
  void twoAreNoKeyOfOneAct() {
    var request = post().header("Idempotency-Key", "abcdefghijklmnop");
    request.header("Idempotency-Key", "ponmlkjihgfedcba");
    assertThat(codeOf(request)).isEqualTo("header:Idempotency-Key malformed");
  }

  private static MutableHttpRequest<String> post() {
    return HttpRequest.POST("/", "");
  }

  private static String codeOf(HttpRequest<?> request) {
    var problem = catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.of(request));
    return ((List<?>) problem.members().get("errors"))
        .stream()
            .map(FieldError.class::cast)
            .map(error -> error.pointer() + " " + error.code())
            .collect(joining());
  }
}
