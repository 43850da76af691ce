package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Accept} excludes is not answered (RFC 9110, 12.4.2 and 12.5.1). */
final class ExcludedTypesTest {
  private static ApplicationContext context;
  private static ApiFunction function;

  @BeforeAll
  static void start() {
    context =
        ApplicationContext.builder()
            .properties(Map.of("spec", "problems", "hostile", "yes"))
            .build()
            .start();
    function = new ApiFunction(context);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0",
        "application/json; q=0.000",
        "application/json;Q=0.",
        "APPLICATION/JSON ; q = 0",
        "application/json;q=0;ext=1",
        "application/json;charset=utf-8;q=0",
        "application/*;q=0",
        "*/*;q=0",
        "text/html, application/json;q=0",
        "application/json;q=0, application/*, */*;q=0.5",
        "*/*, application/*;q=0",
        "application/*;q=0, */*",
        "text/html, */*;q=0",
        "text/html"
      })
  void aTypeThatIsExcludedIsNotAcceptable(String accept) throws IOException {
    assertThat(call(accept))
        .containsEntry("statusCode", 406)
        .extracting("body")
        .asString()
        .contains("\"code\":\"not-acceptable\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;q=0.001",
        "application/json;q=1",
        "application/json, */*;q=0",
        "*/*;q=0, application/json;q=0.1",
        "application/*;q=0, application/json",
        "application/*, */*;q=0",
        "application/json;q=0, application/json",
        "application/json;version=2;q=0, application/json",
        "text/html;q=0, */*",
        "*/*;q=0.1",
        "*/*;q=00",
        ""
      })
  void theMostSpecificRangeDecides(String accept) throws IOException {
    assertThat(call(accept)).containsEntry("statusCode", 200);
  }

  private static Map<String, Object> call(String accept) throws IOException {
    var event =
        Map.of(
            "httpMethod", "GET",
            "path", "/v1/hostile",
            "headers", Map.of("Accept", accept),
            "multiValueHeaders", Map.of("Accept", List.of(accept)),
            "requestContext", Map.of("requestId", "request-1"));
    var answer = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(Json.text(event).getBytes(StandardCharsets.UTF_8)), answer, null);
    return Json.envelope(answer.toString(StandardCharsets.UTF_8));
  }
}
