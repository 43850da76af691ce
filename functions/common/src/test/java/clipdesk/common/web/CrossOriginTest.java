package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrossOriginTest {
  private final CrossOrigin crossOrigin = new CrossOrigin("https://clipdesk.example");

  @Test
  void onlyTheConfiguredOriginIsNamed() {
    var response = HttpResponse.ok();
    crossOrigin.allow(
        HttpRequest.GET("/v1/videos").header("Origin", "https://evil.example"), response);

    assertThat(response.getHeaders().get("Access-Control-Allow-Origin"))
        .isEqualTo("https://clipdesk.example");
    assertThat(response.getHeaders().contains("Access-Control-Allow-Credentials")).isFalse();
  }

  @Test
  void cookiesCrossOriginsForSessionsAlone() {
    var response = HttpResponse.ok();
    crossOrigin.allow(HttpRequest.POST("/v1/sessions/refresh", ""), response);

    assertThat(response.getHeaders().get("Access-Control-Allow-Credentials")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/downloads/dt_1/a.mp4",
        "/v1/downloads/dt_1",
        "/v1/u/u1.k1",
        "/v1/p/u1.k1",
        "/v1/subscriptions/confirmations/abc"
      })
  void linksWithASecretHaveNoCorsHeaders(String path) {
    var response = HttpResponse.ok();
    crossOrigin.allow(HttpRequest.GET(path), response);

    assertThat(response.getHeaders().names()).isEmpty();
  }

  @Test
  void preflightOfSessionsIsAnsweredHereAndOthersGoOn() {
    var answer = crossOrigin.preflight(HttpRequest.OPTIONS("/v1/sessions/current"));

    assertThat(answer.getHeaders().get("Access-Control-Allow-Origin"))
        .isEqualTo("https://clipdesk.example");
    assertThat(answer.getHeaders().get("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(crossOrigin.preflight(HttpRequest.OPTIONS("/v1/videos"))).isNull();
    assertThat(crossOrigin.preflight(HttpRequest.POST("/v1/sessions", ""))).isNull();
  }

  /** No response filter sees it, and a preflight is an answer like any other. */
  @Test
  void preflightHasTheHeadersOfEveryAnswer() {
    var answer = crossOrigin.preflight(HttpRequest.OPTIONS("/v1/sessions"));

    assertThat(answer.getHeaders().names())
        .contains(
            "X-Content-Type-Options",
            "Strict-Transport-Security",
            "Referrer-Policy",
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
            "Cache-Control");
  }
}
