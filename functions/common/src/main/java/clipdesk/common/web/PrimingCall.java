package clipdesk.common.web;

import clipdesk.common.identity.TokenRules;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.crac.OrderedResource;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;

/**
 * Answers one request before the snapshot is taken, so that a restored function has its classes
 * loaded and its paths compiled. The request must change nothing and read no secret, for the
 * snapshot would keep it.
 */
public abstract class PrimingCall implements OrderedResource {
  private static final String REQUEST_ID = "priming";

  private final ApplicationContext context;
  private final String path;
  private final Map<String, Object> claims;

  /**
   * @param path of a GET
   * @param claims of the caller, empty for nobody
   */
  protected PrimingCall(ApplicationContext context, String path, Map<String, Object> claims) {
    this.context = context;
    this.path = path;
    this.claims = Map.copyOf(claims);
  }

  /** Whether a request is such a call. The gateway gives no request this id. */
  public static boolean made(HttpRequest<?> request) {
    return GatewayEvents.traceId(request).equals(REQUEST_ID);
  }

  /** What the gateway says of a caller whose account nobody has. */
  protected static Map<String, Object> nobody(TokenRules rules) {
    var claims = new HashMap<String, Object>();
    claims.put("sub", "00000000-0000-0000-0000-000000000000");
    claims.put("token_use", "access");
    claims.put("scope", rules.scope());
    claims.put("client_id", rules.clientId());
    rules.userPoolId().ifPresent(pool -> claims.put("iss", "/" + pool));
    claims.put("auth_time", "0");
    return claims;
  }

  @Override
  @SuppressWarnings("resource") // closing the function would close the context that goes on
  public final void beforeCheckpoint(Context<? extends Resource> checkpoint) {
    new ApiGatewayProxyRequestEventFunction(context).handleRequest(event(), null);
  }

  @Override
  public final void afterRestore(Context<? extends Resource> restored) {
    // Nothing in the snapshot was secret, random or timed.
  }

  private APIGatewayProxyRequestEvent event() {
    var request = new ProxyRequestContext();
    request.setRequestId(REQUEST_ID);
    if (!claims.isEmpty()) {
      request.setAuthorizer(new HashMap<>(Map.of("claims", claims)));
    }
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod("GET")
        .withPath(path)
        .withHeaders(Map.of("Host", "localhost"))
        .withRequestContext(request)
        .withIsBase64Encoded(false);
  }
}
