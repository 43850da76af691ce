package clipdesk.common;

import clipdesk.common.json.Json;
import clipdesk.common.web.ApiFunction;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The events that people replay by hand, given to the entry class as the runtime gives them. */
public final class ExampleEvents {
  private ExampleEvents() {}

  /** The text of {@code events/NAME}. */
  public static String text(String name) throws IOException {
    return Files.readString(Path.of("../../events", name));
  }

  /** What the API function in this context answers to {@code events/NAME}: status and body. */
  public static APIGatewayProxyResponseEvent replay(String name, ApplicationContext context)
      throws IOException {
    var answer = new ByteArrayOutputStream();
    new ApiFunction(context)
        .handleRequest(
            new ByteArrayInputStream(text(name).getBytes(StandardCharsets.UTF_8)), answer, null);
    var members = Json.object(answer.toString(StandardCharsets.UTF_8));
    return new APIGatewayProxyResponseEvent()
        .withStatusCode((Integer) members.get("statusCode"))
        .withBody((String) members.get("body"));
  }
}
