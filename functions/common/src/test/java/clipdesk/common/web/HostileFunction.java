package clipdesk.common.web;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real entry class over the controller of {@link HostileRequestTest}, for all tests of one. */
final class HostileFunction implements BeforeAllCallback, AfterAllCallback {
  private final ApplicationContext context =
      ApplicationContext.builder().properties(Map.of("spec", "problems", "hostile", "yes")).build();
  private ApiFunction function;

  @Override
  public void beforeAll(ExtensionContext tests) {
    function = new ApiFunction(context.start());
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    context.close();
  }

  Map<String, Object> call(GatewayCalls call) {
    return call(event(call));
  }

  Map<String, Object> call(Map<String, Object> event) {
    var answer = new ByteArrayOutputStream();
    try {
      // Halves of surrogate pairs only survive as escapes.
      function.handleRequest(new ByteArrayInputStream(escaped(Json.text(event))), answer, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Json.object(answer.toString(StandardCharsets.UTF_8));
  }

  /** As the gateway writes it, to be changed before it is sent. */
  static Map<String, Object> event(GatewayCalls call) {
    var event = call.event();
    var members = new LinkedHashMap<String, Object>();
    members.put("httpMethod", event.getHttpMethod());
    members.put("path", event.getPath());
    members.put("headers", event.getHeaders());
    members.put("multiValueHeaders", event.getMultiValueHeaders());
    members.put("queryStringParameters", event.getQueryStringParameters());
    members.put("multiValueQueryStringParameters", event.getMultiValueQueryStringParameters());
    members.put("requestContext", Map.of("requestId", "request-1"));
    members.put("body", event.getBody());
    return members;
  }

  private static byte[] escaped(String json) {
    var escaped = new StringBuilder();
    json.chars()
        .forEach(c -> escaped.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
    return escaped.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
