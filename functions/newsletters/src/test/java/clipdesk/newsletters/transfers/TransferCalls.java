package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.exports.InMemoryExports;
import clipdesk.newsletters.imports.InMemoryImports;
import clipdesk.newsletters.lists.RecordedListWork;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** How editors bring and fetch lists, and the function behind the queue. */
abstract class TransferCalls {
  static final String KEY = "import-of-the-spring";
  static final String HEADER = "email,language,topics,consentAt,consentSource,consentText,proof\n";
  static final String PROOF = ",2024-05-01,fair,Mail me,card 7\n";
  static final String TOPIC = "announcements";

  final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  final InMemorySubscribers subscribers = context.getBean(InMemorySubscribers.class);
  final InMemoryImports imports = context.getBean(InMemoryImports.class);
  final RecordedOutgoing outgoing = context.getBean(RecordedOutgoing.class);
  final TickingClock clock = context.getBean(TickingClock.class);
  final TransferWorld world =
      new TransferWorld(
          subscribers,
          imports,
          context.getBean(InMemoryExports.class),
          context.getBean(Topics.class),
          outgoing,
          context.getBean(RecordedListWork.class),
          clock);
  final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  String subscribed(String email) {
    var who = subscribers.ofAddress(new EmailAddress(email), Language.UK, clock.instant());
    subscribers.subscribe(who, TOPIC, Language.UK, "public-form", "2026-01", clock.instant());
    return who.id();
  }

  String put(String withoutProof, String lines) throws IOException {
    return put(withoutProof, lines, KEY);
  }

  String put(String withoutProof, String lines, String key) throws IOException {
    var id = created(withoutProof, key);
    assertThat(world.put(id, "v-1", (HEADER + lines).getBytes(StandardCharsets.UTF_8))).isEmpty();
    return id;
  }

  String created(String withoutProof, String key) {
    return (String) Json.object(create(withoutProof, key).getBody()).get("importId");
  }

  APIGatewayProxyResponseEvent create(String withoutProof, String key) {
    return call(
        editor("POST", "/v1/editor/subscriber-imports")
            .header("Idempotency-Key", key)
            .json(
                Json.text(
                    Map.of(
                        "topics",
                        List.of(TOPIC),
                        "language",
                        "fr",
                        "withoutProof",
                        withoutProof))));
  }

  APIGatewayProxyResponseEvent apply(String id) {
    return apply(id, tag(id));
  }

  APIGatewayProxyResponseEvent apply(String id, String tag) {
    return call(
        editor("PUT", path(id) + "/state").header("If-Match", tag).json("{\"state\":\"applied\"}"));
  }

  String tag(String id) {
    return call(editor("GET", path(id))).getHeaders().get("ETag");
  }

  Map<String, Object> read(String id) {
    return Json.object(call(editor("GET", path(id))).getBody());
  }

  String counts(String id, String phase) {
    return read(id).get(phase).toString().replaceAll("[{},]", "");
  }

  static String message(String id) {
    return "{\"v\":1,\"type\":\"list\",\"way\":\"import\",\"id\":\"%s\"}".formatted(id);
  }

  static String path(String id) {
    return "/v1/editor/subscriber-imports/" + id;
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
