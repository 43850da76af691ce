package clipdesk.media;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.crac.OrderedResource;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import jakarta.inject.Singleton;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;

/**
 * Answers one request before the snapshot is taken, so that a restored function has its classes
 * loaded and its paths compiled. It follows a ticket that nobody has: the table is asked, nothing
 * is changed, and no secret is read that the snapshot would keep.
 */
@Singleton
final class Priming implements OrderedResource {
  private static final String NOBODYS_TICKET = "/v1/downloads/dt_" + "A".repeat(43) + "/file.mp4";

  private final ApplicationContext context;

  Priming(ApplicationContext context) {
    this.context = context;
  }

  @Override
  @SuppressWarnings("resource") // closing the function would close the context that goes on
  public void beforeCheckpoint(Context<? extends Resource> checkpoint) {
    new ApiGatewayProxyRequestEventFunction(context).handleRequest(event(), null);
  }

  @Override
  public void afterRestore(Context<? extends Resource> restored) {
    // Nothing in the snapshot was secret, random or timed.
  }

  private static APIGatewayProxyRequestEvent event() {
    var request = new ProxyRequestContext();
    request.setRequestId("priming");
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod("GET")
        .withPath(NOBODYS_TICKET)
        .withHeaders(Map.of("Host", "localhost"))
        .withRequestContext(request)
        .withIsBase64Encoded(false);
  }
}
