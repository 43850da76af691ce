package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"\"v7\"", "\"v6\" , \"v7\"", "\"v6\", \"v7\"", "\"v6\",\"v7\"", "*, \"v7\""})
  void aChangeOfTheNamedVersionPasses(String header) {
    assertThatCode(() -> EntityTags.require(ifMatch(header), 7)).doesNotThrowAnyException();
  }

  @Test
  void aTagInASecondHeaderCountsToo() {
    var request = HttpRequest.PUT("/", "").header("If-Match", "\"v1\"");
    request.header("If-Match", "\"v7\"");
    assertThatCode(() -> EntityTags.require(request, 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v6\"", "\"v77\"", "v7", "W/\"v7\"", "\"V7\"", "\"\"", ""})
  void aChangeOfAnotherVersionIsRefusedWithThePresentOne(String header) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> EntityTags.require(ifMatch(header), 7))
        .satisfies(
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
              assertThat(problem.headers()).containsEntry("ETag", "\"v7\"");
            });
  }

  @Test
  void aChangeOfWhateverIsThereIsRefused() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> EntityTags.require(ifMatch("*"), 7))
        .satisfies(
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> EntityTags.require(HttpRequest.PUT("/", ""), 7))
        .satisfies(
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
  }

  private static HttpRequest<?> ifMatch(String header) {
    return HttpRequest.PUT("/", "").header("If-Match", header);
  }
}
