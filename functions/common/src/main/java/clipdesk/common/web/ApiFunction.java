package clipdesk.common.web;

import clipdesk.common.aws.AwsClients;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;

/**
 * The entry class of the API functions. Where a snapshot is taken, everything is made before it;
 * elsewhere only what the request at hand needs, for somebody waits.
 */
public final class ApiFunction extends ApiGatewayProxyRequestEventFunction {
  public ApiFunction() {
    super(start());
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
