package clipdesk.newsletters;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Newsletters that were sent, and how the archive is asked for them. */
abstract class ArchiveCalls extends NewsletterCalls {
  static final String FIRST = "1".repeat(26);
  static final String SECOND = "2".repeat(26);
  static final String THIRD = "3".repeat(26);

  void sent(String id, String subject) {
    campaigns.started(id, TOPIC, texts(subject), clock.instant());
    clock.pass(Duration.ofMinutes(1));
  }

  static Map<String, Object> texts(String subject) {
    var words =
        Map.of(
            "subject", subject,
            "preheader", "Before",
            "bodyMarkdown", "# Heading\n\nSee [this](https://b.example/)");
    return Map.of("fr", words, "en", words, "uk", words);
  }

  APIGatewayProxyResponseEvent listing(String id, boolean listed, String ifMatch) {
    return call(
        GatewayCalls.call("PUT", "/v1/editor/campaigns/" + id + "/archive")
            .signedIn("eve", Map.of("cognito:groups", "[editors]"))
            .header("If-Match", ifMatch)
            .json("{\"listed\":%s}".formatted(listed)));
  }

  APIGatewayProxyResponseEvent get(String path, Map<String, String> query) {
    var call = GatewayCalls.call("GET", path);
    for (var parameter : query.entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    return call(call);
  }

  APIGatewayProxyResponseEvent page(String path, String language) {
    return call(
        GatewayCalls.call("GET", path)
            .query("lang", language)
            .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
  }

  static String header(APIGatewayProxyResponseEvent answer, String name) {
    return answer.getMultiValueHeaders().get(name).getFirst();
  }

  @SuppressWarnings("unchecked") // items are objects
  static List<Map<String, Object>> items(APIGatewayProxyResponseEvent answer) {
    return (List<Map<String, Object>>) Json.object(answer.getBody()).get("items");
  }
}
