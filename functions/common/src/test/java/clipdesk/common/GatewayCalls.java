package clipdesk.common;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the events that the REST gateway sends, for in-process tests of the API functions. */
public final class GatewayCalls {
  private final APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, List<String>> multiHeaders = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private final Map<String, List<String>> multiQuery = new HashMap<>();
  private final ProxyRequestContext context = new ProxyRequestContext();

  private GatewayCalls(String method, String path) {
    event.setHttpMethod(method);
    event.setPath(path);
    context.setHttpMethod(method);
    context.setPath(path);
    context.setRequestId("request-1");
    var identity = new RequestIdentity();
    identity.setSourceIp("192.0.2.1");
    context.setIdentity(identity);
    header("Host", "api.clipdesk.example");
  }

  public static GatewayCalls call(String method, String path) {
    return new GatewayCalls(method, path);
  }

  public GatewayCalls header(String name, String value) {
    headers.put(name, value);
    multiHeaders.put(name, List.of(value));
    return this;
  }

  /** The same header once more. */
  public GatewayCalls again(String name, String value) {
    var values = new ArrayList<>(multiHeaders.get(name));
    values.add(value);
    headers.put(name, value);
    multiHeaders.put(name, values);
    return this;
  }

  public GatewayCalls query(String name, String value) {
    query.put(name, value);
    multiQuery.put(name, List.of(value));
    return this;
  }

  /** A body with {@code Content-Type: application/json}. */
  public GatewayCalls json(String body) {
    event.setBody(body);
    return header("Content-Type", "application/json");
  }

  /** A body without a type. */
  public GatewayCalls untyped(String body) {
    event.setBody(body);
    return this;
  }

  public GatewayCalls body(String contentType, String body) {
    event.setBody(body);
    return header("Content-Type", contentType);
  }

  public GatewayCalls from(String sourceIp) {
    context.getIdentity().setSourceIp(sourceIp);
    return this;
  }

  /** As the gateway's authorizer passes an access token of {@code sub} on. */
  public GatewayCalls signedIn(String sub, Map<String, String> moreClaims) {
    var claims = new HashMap<String, String>();
    claims.put("sub", sub);
    claims.put("token_use", "access");
    claims.put("scope", "clipdesk/user");
    claims.put("client_id", "client-1");
    claims.put("iss", "https://cognito-idp.eu-west-3.amazonaws.com/pool");
    claims.put("auth_time", "1767225600");
    claims.putAll(moreClaims);
    context.setAuthorizer(new HashMap<>(Map.of("claims", claims)));
    return header("Authorization", "Bearer token");
  }

  public GatewayCalls signedIn(String sub) {
    return signedIn(sub, Map.of());
  }

  public APIGatewayProxyRequestEvent event() {
    event.setHeaders(headers);
    event.setMultiValueHeaders(multiHeaders);
    if (!query.isEmpty()) {
      event.setQueryStringParameters(query);
      event.setMultiValueQueryStringParameters(multiQuery);
    }
    event.setRequestContext(context);
    event.setIsBase64Encoded(false);
    return event;
  }
}
