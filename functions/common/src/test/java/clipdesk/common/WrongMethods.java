package clipdesk.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.web.router.Router;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What an API function answers to methods that its paths do not have. */
public final class WrongMethods {
  private static final String[] METHODS = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE"
  };

  private final ApplicationContext context;
  private final ApiGatewayProxyRequestEventFunction function;
  private final Map<String, String> paths;

  private WrongMethods(
      ApplicationContext context,
      ApiGatewayProxyRequestEventFunction function,
      Map<String, String> paths) {
    this.context = context;
    this.function = function;
    this.paths = paths;
  }

  /**
   * A test of every path, and one that none is left out.
   *
   * @param table a line for each path: one address of it, blanks, what {@code Allow} says
   */
  public static Stream<DynamicTest> of(
      ApplicationContext context, ApiGatewayProxyRequestEventFunction function, String table) {
    var paths = new TreeMap<String, String>();
    table.lines().map(line -> line.split(" +", 2)).forEach(row -> paths.put(row[0], row[1]));
    var calls = new WrongMethods(context, function, paths);
    return Stream.concat(
        Stream.of(dynamicTest("no path is left out", calls::assertNoPathIsLeftOut)),
        paths.keySet().stream().map(path -> dynamicTest(path, () -> calls.assertRefused(path))));
  }

  private void assertNoPathIsLeftOut() {
    assertThat(context.getBean(Router.class).uriRoutes())
        .isNotEmpty()
        .allSatisfy(
            route -> assertThat(paths.keySet()).anyMatch(path -> route.match(path).isPresent()));
  }

  private void assertRefused(String path) {
    var allowed = paths.get(path);
    for (var method : METHODS) {
      if (!Stream.of(allowed.split(", ")).toList().contains(method)) {
        var answer = function.handleRequest(GatewayCalls.call(method, path).event(), null);

        assertThat(answer.getStatusCode()).as(method).isEqualTo(405);
        assertThat(answer.getMultiValueHeaders().get("Allow")).as(method).containsExactly(allowed);
        if (method.equals("HEAD")) {
          assertThat(answer.getBody()).isNull();
        } else {
          assertThat(answer.getBody()).as(method).contains("\"code\":\"method-not-allowed\"");
        }
      }
    }
  }
}
