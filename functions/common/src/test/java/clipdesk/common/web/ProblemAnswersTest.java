package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.problem.ProblemType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure looks like to a caller, whoever throws it. */
final class ProblemAnswersTest extends TrialFunction {
  @Test
  void domainProblemBecomesProblemJsonWithItsMembersAndHeaders() {
    var response = call(GatewayCalls.call("GET", "/v1/trial/problem"));

    assertThat(response.getStatusCode()).isEqualTo(429);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(response, "Retry-After")).isEqualTo("61");
    assertThat(body(response))
        .containsEntry("type", "urn:clipdesk:problem:too-many-requests")
        .containsEntry("code", "too-many-requests")
        .containsEntry("status", 429)
        .containsEntry("reason", "cool-down")
        .containsEntry("instance", "/v1/trial/problem")
        .containsEntry("traceId", "request-1");
  }

  @ParameterizedTest
  @CsvSource({
    "fr-CA, fr, Trop de requêtes",
    "uk-UA, uk, Забагато запитів",
    "'ru, be, ua', en, Too many requests",
    "'de, fr;q=0.5', fr, Trop de requêtes"
  })
  void titleIsInTheCallersLanguage(String accepted, String language, String title) {
    var response =
        call(GatewayCalls.call("GET", "/v1/trial/problem").header("Accept-Language", accepted));

    assertThat(header(response, "Content-Language")).isEqualTo(language);
    assertThat(body(response)).containsEntry("title", title);
  }

  @Test
  void everyProblemHasATitleInEachLanguageAndNamesThatLanguageAlone() {
    for (var type : ProblemType.values()) {
      var titles = new HashMap<String, Object>();
      for (var language : List.of("fr", "en", "uk")) {
        var response =
            call(
                GatewayCalls.call("GET", "/v1/trial/every/" + type.name())
                    .header("Accept-Language", language));
        assertThat(response.getStatusCode()).isEqualTo(type.status());
        assertThat(header(response, "Content-Language")).isEqualTo(language);
        assertThat(body(response)).containsEntry("detail", "In English, for developers");
        titles.put(language, body(response).get("title"));
      }
      assertThat(titles.values()).as(type.code()).doesNotHaveDuplicates();
      assertThat((String) titles.get("en")).matches("[A-Z][A-Za-z -]+");
      assertThat((String) titles.get("fr")).matches("[A-ZÉÀ][A-Za-zéèêàùîôûç’ -]+");
      assertThat((String) titles.get("uk")).matches("[А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ’, -]+");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nowhere, 404, not-found",
    "PUT, /v1/trial/problem, 405, method-not-allowed",
    "GET, /v1/trial/boom, 500, internal"
  })
  void frameworkAndBugsAnswerInOurForm(String method, String path, int status, String code) {
    var response = call(GatewayCalls.call(method, path));

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(body(response)).containsEntry("code", code);
    assertThat(response.getBody()).doesNotContain("secret detail", "Exception");
  }

  @Test
  void errorsCarryPointers() {
    var response = call(GatewayCalls.call("GET", "/v1/trial/fields"));

    assertThat(body(response))
        .containsEntry("errors", List.of(Map.of("pointer", "/ranges/1/out", "code", "after-end")));
  }

  @Test
  void everyAnswerCarriesSecurityHeaders() {
    var response = call(GatewayCalls.call("GET", "/v1/trial/me").signedIn("sub-1"));

    assertThat(response.getBody()).isEqualTo("sub-1");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void whatAwsQuotesOfARequestIsNotLogged() throws IOException {
    var log =
        StandardOutput.of(
            () ->
                assertThat(call(GatewayCalls.call("GET", "/v1/trial/aws")).getStatusCode())
                    .isEqualTo(500));

    assertThat(log)
        .contains("AwsServiceException, status 400, request r-1", "TrialController.aws")
        .doesNotContain("ada@press.example");
  }
}
