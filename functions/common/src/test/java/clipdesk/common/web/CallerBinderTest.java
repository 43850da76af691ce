package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.json.Json;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.common.sessions.InMemoryEndedSessions;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.NoSuchBeanException;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in to a controller that asks for a caller, through the real entry class. */
final class CallerBinderTest {
  private static final String ME = "/v1/callers/me";

  private final ApplicationContext context = start("callers");
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);
  private final InMemoryEndedSessions sessions = context.getBean(InMemoryEndedSessions.class);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  @Test
  void callerIsRequiredWhereTheControllerAsksForOne() {
    assertRefused(call(GatewayCalls.call("GET", ME)));
    assertThat(sessions.asked()).isZero();
  }

  @Test
  void tokenOfAnEndedSessionIsRefusedAndThatOfAnotherIsNot() {
    sessions.sessionEnded("here");

    assertRefused(call(GatewayCalls.call("GET", ME).signedIn("ada", Map.of("origin_jti", "here"))));
    var elsewhere = GatewayCalls.call("GET", ME).signedIn("ada", Map.of("origin_jti", "elsewhere"));
    assertThat(call(elsewhere).getBody()).isEqualTo("ada");
  }

  @Test
  void everyRequestAsksOnce() {
    call(GatewayCalls.call("GET", ME).signedIn("ada"));
    assertThat(sessions.asked()).isEqualTo(1);

    call(GatewayCalls.call("POST", ME).signedIn("ada").json("{}"));
    assertThat(sessions.asked()).isEqualTo(2);
  }

  @Test
  void contextThatForgetsEndedSessionsHasNoCallers() {
    try (var forgetful = start("forgetful callers")) {
      assertThatThrownBy(() -> forgetful.getBean(CallerBinder.class))
          .hasRootCauseInstanceOf(NoSuchBeanException.class)
          .hasMessageContaining("EndedSessions");
    }
  }

  private static ApplicationContext start(String spec) {
    return ApplicationContext.builder().properties(Map.of("spec", spec)).build().start();
  }

  private APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  private static void assertRefused(APIGatewayProxyResponseEvent response) {
    assertThat(response.getStatusCode()).isEqualTo(401);
    assertThat(response.getMultiValueHeaders())
        .as("the gateway would rename it")
        .doesNotContainKey("WWW-Authenticate");
    assertThat(Json.object(response.getBody())).containsEntry("code", "unauthenticated");
  }

  @Factory
  @Requires(property = "spec", pattern = ".*callers")
  static final class Wiring {
    @Bean
    TokenRules rules() {
      return new TokenRules("client-1", "clipdesk/user");
    }

    @Singleton
    @Bean(typed = {InMemoryEndedSessions.class, EndedSessions.class})
    @Requires(property = "spec", value = "callers")
    InMemoryEndedSessions sessions() {
      return new InMemoryEndedSessions(new TickingClock("2026-02-12T15:00:00Z"));
    }
  }

  @Controller("/v1/callers")
  @Requires(property = "spec", value = "callers")
  static final class CallersController {
    @Get("/me")
    String me(Caller caller) {
      return caller.accountId();
    }

    @Post("/me")
    String post(Caller caller, @Body String body) {
      return caller.accountId() + body;
    }
  }
}
