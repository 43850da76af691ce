package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running function with fakes behind it, and words to call it with. */
abstract class MediaFunctionCalls {
  static final Instant EMBARGO = Instant.parse("2026-02-12T16:00:00Z");
  static final String VIDEO = "/v1/videos/" + SampleVideos.ID;
  static final String CLIP = "3c1f".repeat(10);
  final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);
  final InMemoryVideos videos = context.getBean(InMemoryVideos.class);
  final TickingClock clock = context.getBean(TickingClock.class);

  @BeforeEach
  void catalogueOneVideo() {
    videos.put(SampleVideos.released());
  }

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  APIGatewayProxyResponseEvent cut(String accountId, String... ranges) {
    return post("/v1/clips", accountId, clipBody(ranges));
  }

  static String clipBody(String... ranges) {
    return "{\"videoId\":\"%s\",\"ranges\":[%s]}"
        .formatted(SampleVideos.ID, String.join(",", ranges));
  }

  static String range(long in, long out) {
    return "{\"in\":{\"frame\":%d},\"out\":{\"frame\":%d}}".formatted(in, out);
  }

  APIGatewayProxyResponseEvent post(String path, String accountId, String body) {
    return call(GatewayCalls.call("POST", path).signedIn(accountId).json(body));
  }

  static GatewayCalls editor(String method, String path) {
    return GatewayCalls.call(method, path).signedIn("eve", Map.of("cognito:groups", "[editors x]"));
  }

  APIGatewayProxyResponseEvent get(String path) {
    return call(GatewayCalls.call("GET", path));
  }

  APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  static Map<String, Object> json(APIGatewayProxyResponseEvent answer) {
    return Json.object(answer.getBody());
  }

  static String problem(APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).isGreaterThanOrEqualTo(400);
    return (String) json(answer).get("code");
  }

  static List<Map<String, Object>> items(APIGatewayProxyResponseEvent answer) {
    return list(json(answer), "items");
  }

  static List<Map<String, Object>> clips(APIGatewayProxyResponseEvent answer) {
    return list(json(answer), "clips");
  }

  static List<Map<String, Object>> files(Map<String, Object> ticket) {
    return list(ticket, "files");
  }

  @SuppressWarnings("unchecked") // lists in our answers hold objects
  static List<Map<String, Object>> list(Map<String, Object> owner, String name) {
    return (List<Map<String, Object>>) owner.get(name);
  }

  static String header(APIGatewayProxyResponseEvent answer, String name) {
    return String.join(", ", answer.getMultiValueHeaders().getOrDefault(name, List.of("")));
  }
}
