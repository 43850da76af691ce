package clipdesk.newsletters;

import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The API function with fakes behind it. */
abstract class NewsletterCalls {
  static final String ADA = "ada@press.example";
  static final String TOPIC = "announcements";

  final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  final InMemorySubscribers subscribers = context.getBean(InMemorySubscribers.class);
  final InMemoryCampaigns campaigns = context.getBean(InMemoryCampaigns.class);
  final RecordedOutgoing outgoing = context.getBean(RecordedOutgoing.class);
  final TickingClock clock = context.getBean(TickingClock.class);
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  APIGatewayProxyResponseEvent subscribeMe() {
    return call(
        GatewayCalls.call("PUT", "/v1/me/subscriptions/" + TOPIC)
            .signedIn("ada", Map.of("email", ADA, "email_verified", "true"))
            .json(
                "{\"language\":\"uk\",\"consentTextVersion\":\"%s\"}".formatted(consentVersion())));
  }

  String consentVersion() {
    var topics =
        (List<?>) Json.object(call(GatewayCalls.call("GET", "/v1/topics")).getBody()).get("topics");
    return (String) ((Map<?, ?>) topics.getFirst()).get("consentTextVersion");
  }

  APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  static GatewayCalls editor(String method, String path) {
    return GatewayCalls.call(method, path).signedIn("eve", Map.of("cognito:groups", "[editors]"));
  }

  static String problem(APIGatewayProxyResponseEvent answer) {
    return answer.getStatusCode() + " " + Json.object(answer.getBody()).get("code");
  }
}
