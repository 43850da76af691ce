package clipdesk.common.web;

import clipdesk.common.GatewayCalls;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
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
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A function that fails in every way, behind the real entry class. */
abstract class TrialFunction {
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

  static APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), new MockLambdaContext());
  }

  static ApplicationContext context() {
    return function.getApplicationContext();
  }

  static Map<String, Object> body(APIGatewayProxyResponseEvent response) {
    return Json.object(response.getBody());
  }

  static String header(APIGatewayProxyResponseEvent response, String name) {
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
