package clipdesk.common.web;

import clipdesk.common.aws.AwsClients;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The entry class of the API functions. Where a snapshot is taken, everything is made before it;
 * elsewhere only what the request at hand needs, for somebody waits.
 */
public final class ApiFunction implements RequestStreamHandler {
  private final ApiGatewayProxyRequestEventFunction function;

  public ApiFunction() {
    this(start());
  }

  /** With a context that runs already. */
  public ApiFunction(ApplicationContext context) {
    this.function = new ApiGatewayProxyRequestEventFunction(context);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var request = GatewayJson.request(new String(event.readAllBytes(), StandardCharsets.UTF_8));
    var response = function.handleRequest(request, context);
    answer.write(GatewayJson.answer(response).getBytes(StandardCharsets.UTF_8));
  }

  private static ApplicationContext start() {
    AwsClients.loadBeside();
    boolean snapshot = "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
    // Not Lambda's own builder: it makes every bean at once, and that cannot be switched off.
    var builder =
        ApplicationContext.builder()
            .environments(Environment.FUNCTION, "lambda")
            .deduceEnvironment(false)
            .banner(false);
    return (snapshot ? builder.eagerInitConfiguration(true).eagerInitSingletons(true) : builder)
        .start();
  }
}
