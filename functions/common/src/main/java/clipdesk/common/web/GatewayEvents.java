package clipdesk.common.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.util.Map;
import java.util.Optional;

/** The gateway's event behind a request. */
public final class GatewayEvents {
  private GatewayEvents() {}

  /**
   * @throws IllegalStateException if the request did not come through the gateway
   */
  public static APIGatewayProxyRequestEvent of(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    if (inner instanceof ServletHttpRequest<?, ?> servlet
        && servlet.getNativeRequest() instanceof APIGatewayProxyRequestEvent event) {
      return event;
    }
    throw new IllegalStateException("No gateway event behind " + inner.getClass().getName());
  }

  /** The gateway's request id, which is the trace id of our problems and log lines. */
  public static String traceId(HttpRequest<?> request) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getRequestId)
        .orElse("unknown");
  }

  /**
   * A claim of the token that came with a request, as the gateway's authorizer passed it on: whose
   * token it is, not whether we take it.
   */
  public static Optional<String> claim(HttpRequest<?> request, String name) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getAuthorizer)
        .map(authorizer -> authorizer.get("claims"))
        .filter(Map.class::isInstance)
        .map(claims -> ((Map<?, ?>) claims).get(name))
        .map(String::valueOf);
  }

  public static boolean hasBody(HttpRequest<?> request) {
    var body = of(request).getBody();
    return body != null && !body.isEmpty();
  }

  /** Whoever called the gateway, as it saw them; behind a distribution that is an edge of it. */
  static Optional<String> sourceIp(HttpRequest<?> request) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getIdentity)
        .map(APIGatewayProxyRequestEvent.RequestIdentity::getSourceIp);
  }
}
