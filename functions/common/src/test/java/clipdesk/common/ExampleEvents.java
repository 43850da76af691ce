package clipdesk.common;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The events that people replay by hand, bound as the runtime binds them. */
public final class ExampleEvents {
  private ExampleEvents() {}

  /** The text of {@code events/NAME}. */
  public static String text(String name) throws IOException {
    return Files.readString(Path.of("../../events", name));
  }

  /** What a running function answers to {@code events/NAME}. */
  public static APIGatewayProxyResponseEvent replay(
      String name, ApplicationContext context, ApiGatewayProxyRequestEventFunction function)
      throws IOException {
    var request =
        context
            .getBean(ObjectMapper.class)
            .readValue(text(name), APIGatewayProxyRequestEvent.class);
    return function.handleRequest(request, null);
  }
}
