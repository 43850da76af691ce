package clipdesk.common.web;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The REST gateway's proxy events (payload format 1.0) as JSON: what of a request is looked at
 * here, and the answer. Read by hand, because a binder costs a cold start 0.1 s and more.
 */
final class GatewayJson {
  private GatewayJson() {}

  /**
   * @throws MalformedJsonException if the text is not one JSON object
   */
  static APIGatewayProxyRequestEvent request(String text) {
    var event = Json.envelope(text);
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(text(event, "httpMethod"))
        .withPath(LegalRequest.path(Objects.requireNonNullElse(text(event, "path"), "/")))
        .withHeaders(LegalRequest.headers(texts(event, "headers")))
        .withMultiValueHeaders(LegalRequest.multiHeaders(lists(event, "multiValueHeaders")))
        .withQueryStringParameters(texts(event, "queryStringParameters"))
        .withMultiValueQueryStringParameters(lists(event, "multiValueQueryStringParameters"))
        .withRequestContext(context(object(event, "requestContext")))
        .withBody(text(event, "body"))
        .withIsBase64Encoded(Boolean.TRUE.equals(event.get("isBase64Encoded")));
  }

  static String answer(APIGatewayProxyResponseEvent answer) {
    var members = new LinkedHashMap<String, Object>();
    members.put("statusCode", answer.getStatusCode());
    members.put("headers", answer.getHeaders());
    members.put("multiValueHeaders", answer.getMultiValueHeaders());
    members.put("body", answer.getBody());
    members.put("isBase64Encoded", answer.getIsBase64Encoded());
    members.values().removeIf(Objects::isNull);
    return Json.text(members);
  }

  private static ProxyRequestContext context(Map<?, ?> members) {
    var identity = new RequestIdentity();
    identity.setSourceIp(text(object(members, "identity"), "sourceIp"));
    var context = new ProxyRequestContext();
    context.setRequestId(text(members, "requestId"));
    context.setIdentity(identity);
    var authorizer = new LinkedHashMap<String, Object>();
    object(members, "authorizer").forEach((name, value) -> authorizer.put((String) name, value));
    context.setAuthorizer(authorizer);
    return context;
  }

  /** Null where there is none: so the event's own class has it. */
  private static String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  private static Map<?, ?> object(Map<?, ?> members, String name) {
    return members.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<String, String> texts(Map<?, ?> members, String name) {
    var texts = new LinkedHashMap<String, String>();
    object(members, name).forEach((key, value) -> texts.put((String) key, String.valueOf(value)));
    return texts;
  }

  private static Map<String, List<String>> lists(Map<?, ?> members, String name) {
    var lists = new LinkedHashMap<String, List<String>>();
    object(members, name)
        .forEach(
            (key, value) ->
                lists.put((String) key, ((List<?>) value).stream().map(String::valueOf).toList()));
    return lists;
  }
}
