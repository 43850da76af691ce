package clipdesk.common.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.servlet.http.ServletHttpRequest;
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
  static String traceId(HttpRequest<?> request) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getRequestId)
        .orElse("unknown");
  }

  /** The caller's address as the gateway saw it; never a header that a caller may set. */
  public static String sourceIp(HttpRequest<?> request) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getIdentity)
        .map(APIGatewayProxyRequestEvent.RequestIdentity::getSourceIp)
        .orElse("unknown");
  }
}
