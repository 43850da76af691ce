package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that never reach a use case, and what they are told. */
final class RefusedRequestsTest extends TrialFunction {
  @ParameterizedTest
  @CsvSource({
    "POST, Accept-Post, application/json",
    "PUT, Accept, application/json",
    "PATCH, Accept-Patch, application/merge-patch+json"
  })
  void aRefusedMediaTypeIsToldTheOnesThatAreTaken(String method, String header, String types) {
    var response =
        call(GatewayCalls.call(method, "/v1/trial/typed").body("application/xml", "<a/>"));

    assertThat(response.getStatusCode()).isEqualTo(415);
    assertThat(header(response, header)).isEqualTo(types);
  }

  @Test
  void methodThatAPathDoesNotHaveIsToldTheOnesItHas() {
    var sent = GatewayCalls.call("PUT", "/v1/trial/problem").body("text/plain", "x");

    assertThat(header(call(sent), "Allow")).isEqualTo("GET, HEAD");
    assertThat(header(call(GatewayCalls.call("HEAD", "/v1/trial/me")), "Allow")).isEqualTo("GET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":        | bad-request",
        "[1]               | bad-request",
        "{\"name\":1}      | validation",
        "{}                | validation",
        "{\"name\":\"a\",\"nmae\":\"b\"} | validation",
        "{\"name\":\"a\",\"name\":\"b\"} | bad-request"
      })
  void badBodiesAreRefused(String body, String code) {
    var response = call(GatewayCalls.call("POST", "/v1/trial/name").json(body));

    assertThat(body(response)).containsEntry("code", code);
  }

  @Test
  void wrongMediaTypeIs415() {
    var response = call(GatewayCalls.call("POST", "/v1/trial/name").body("text/plain", "{}"));

    assertThat(response.getStatusCode()).isEqualTo(415);
    assertThat(body(response)).containsEntry("code", "unsupported-media-type");
  }

  @Test
  void bodyOverTheLimitIs413AndTheLimitItselfPasses() {
    int around = "{\"name\":\"\"}".length();
    var fits = "{\"name\":\"" + "a".repeat(64 * 1024 - around) + "\"}";
    var tooLarge = "{\"name\":\"" + "a".repeat(64 * 1024 - around + 1) + "\"}";

    assertThat(call(GatewayCalls.call("POST", "/v1/trial/name").json(fits)).getStatusCode())
        .isEqualTo(200);
    var refused = call(GatewayCalls.call("POST", "/v1/trial/name").json(tooLarge));
    assertThat(refused.getStatusCode()).isEqualTo(413);
    assertThat(body(refused)).containsEntry("maxBytes", 65536);
  }

  @ParameterizedTest
  @CsvSource({"token_use, id", "client_id, foreign", "scope, other", "auth_time, never"})
  void tokenOfAnotherKindIsRefused(String claim, String value) {
    var response =
        call(GatewayCalls.call("GET", "/v1/trial/me").signedIn("sub-1", Map.of(claim, value)));

    assertThat(response.getStatusCode()).isEqualTo(401);
  }
}
