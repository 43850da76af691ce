package clipdesk.common.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The gateway's event behind a request. */
public final class GatewayEvents {
  private static final int IPV4_BYTES = 4;
  private static final int NETWORK_BYTES = 8;

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

  /**
   * The caller's network as the gateway saw it, never a header that a caller may set: an IPv4
   * address, or the first 64 bits of an IPv6 one, of which one household has all the rest.
   */
  public static String sourceNetwork(HttpRequest<?> request) {
    return Optional.ofNullable(of(request).getRequestContext())
        .map(APIGatewayProxyRequestEvent.ProxyRequestContext::getIdentity)
        .map(APIGatewayProxyRequestEvent.RequestIdentity::getSourceIp)
        .map(GatewayEvents::network)
        .orElse("unknown");
  }

  static String network(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == IPV4_BYTES
          ? address
          : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
    } catch (IllegalArgumentException e) {
      return "unknown";
    }
  }
}
