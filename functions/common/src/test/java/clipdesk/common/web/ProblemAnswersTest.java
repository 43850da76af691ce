package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.common.sessions.InMemoryEndedSessions;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Every way to fail, through the real entry class. */
final class ProblemAnswersTest {
  private static ApiGatewayProxyRequestEventFunction function;

  @BeforeAll
  static void start() {
    function =
        new ApiGatewayProxyRequestEventFunction(
            ApplicationContext.builder().properties(Map.of("spec", "problems")).build().start());
  }

  @AfterAll
  static void stop() throws Exception {
    function.close();
  }

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

  @ParameterizedTest
  @CsvSource({"token_use, id", "client_id, foreign", "scope, other", "auth_time, never"})
  void tokenOfAnotherKindIsRefused(String claim, String value) {
    var response =
        call(GatewayCalls.call("GET", "/v1/trial/me").signedIn("sub-1", Map.of(claim, value)));

    assertThat(response.getStatusCode()).isEqualTo(401);
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

  private static APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  private static Map<String, Object> body(APIGatewayProxyResponseEvent response) {
    return Json.object(response.getBody());
  }

  private static String header(APIGatewayProxyResponseEvent response, String name) {
    return response.getMultiValueHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElse(null);
  }

  @Factory
  @Requires(property = "spec", value = "problems")
  static final class TrialWiring {
    @Bean
    TokenRules rules() {
      return new TokenRules("client-1", "clipdesk/user");
    }

    @Bean
    EndedSessions endedSessions() {
      return new InMemoryEndedSessions(InstantSource.system());
    }
  }

  @Controller("/v1/trial")
  @Requires(property = "spec", value = "problems")
  static final class TrialController {
    @Get("/problem")
    String problem() {
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait a moment")
          .with("reason", "cool-down")
          .retryAfter(Duration.ofMillis(60_001));
    }

    @Get("/every/{type}")
    String every(String type) {
      throw new ProblemException(ProblemType.valueOf(type), "In English, for developers");
    }

    @Post("/typed")
    String posted(@Body String body) {
      return body;
    }

    @Put("/typed")
    String put(@Body String body) {
      return body;
    }

    @Patch("/typed")
    @Consumes("application/merge-patch+json")
    String patched(@Body String body) {
      return body;
    }

    @Get("/fields")
    String fields() {
      throw ProblemException.invalid(List.of(new FieldError("/ranges/1/out", "after-end")));
    }

    @Get("/boom")
    String boom() {
      throw new IllegalStateException("secret detail");
    }

    @Get("/aws")
    String aws() {
      throw AwsServiceException.builder()
          .message("Value 'ada@press.example' failed to satisfy constraint")
          .statusCode(400)
          .requestId("r-1")
          .build();
    }

    @Post("/name")
    String name(@Body String body) {
      var request = RequestBody.parse(body);
      var name = request.text("name", 1, 70_000);
      request.finish();
      return name;
    }

    @Get(uri = "/me", headRoute = false)
    String me(Caller caller) {
      return caller.accountId();
    }
  }
}
