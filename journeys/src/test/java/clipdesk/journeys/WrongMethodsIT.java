package clipdesk.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every path of the template, called with the methods that it does not have, and as declared. */
final class WrongMethodsIT {
  private static final Stack STACK = Stack.deployed();
  private static final Api ANONYMOUS = Api.of(STACK);

  /** What the gateway's ANY stands for; a preflight has a route of its own on every path. */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final Template template = Template.ofRepository();

  @TestFactory
  Stream<DynamicTest> wrongMethodIsToldTheOnesOfItsPath() {
    return perPath(
        (path, routes) -> {
          var served = served(routes);
          METHODS.stream()
              .filter(method -> !served.contains(method))
              .forEach(method -> assertRefused(method, path, String.join(", ", served)));
        });
  }

  /** By the gateway, which knows no languages; the function, behind it, would refuse in one. */
  @TestFactory
  Stream<DynamicTest> strangerIsRefusedBeforeTheFunctionWhereTheContractAsksForASignIn() {
    return template.routes().stream()
        .filter(route -> !route.open())
        .map(route -> dynamicTest(route.toString(), () -> assertRefusedByTheGateway(route)));
  }

  private static void assertRefusedByTheGateway(Template.Route route) {
    var answer = call(route.method(), address(route.path()));

    assertThat(answer.problem()).contains("unauthenticated");
    assertThat(answer.header("Content-Language")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> preflightIsNoWrongMethod() {
    return perPath(
        (path, _) -> {
          var answer =
              ANONYMOUS
                  .with("Origin", STACK.output("WebUrl"))
                  .with("Access-Control-Request-Method", "GET")
                  .send("OPTIONS", path, null, null);

          assertThat(answer.status()).isIn(200, 204);
          assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
              .containsExactly(STACK.output("WebUrl"));
          assertThat(answer.header("Access-Control-Allow-Methods")).isPresent();
          assertThat(answer.header("Access-Control-Allow-Headers")).isPresent();
          assertThat(answer.header("Access-Control-Allow-Credentials"))
              .isEqualTo(path.startsWith("/v1/sessions") ? Optional.of("true") : Optional.empty());
        });
  }

  @Test
  void headOfWhatAnybodyMayReadIsItsGetWithoutTheBody() {
    var answer = ANONYMOUS.head("/v1/terms").expect(200);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Cache-Control")).contains("public, max-age=60");
  }

  private interface OfAPath {
    void check(String address, List<Template.Route> routes);
  }

  private Stream<DynamicTest> perPath(OfAPath test) {
    return template.routes().stream()
        .collect(groupingBy(Template.Route::path, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(), () -> test.check(address(entry.getKey()), entry.getValue())));
  }

  /** Sorted, as {@code Allow} has them: what is declared, and HEAD of what anybody may GET. */
  private static List<String> served(List<Template.Route> routes) {
    return routes.stream()
        .flatMap(
            route ->
                route.open() && route.method().equals("GET")
                    ? Stream.of("GET", "HEAD")
                    : Stream.of(route.method()))
        .filter(method -> !method.equals("OPTIONS"))
        .distinct()
        .sorted()
        .toList();
  }

  private static void assertRefused(String method, String path, String allowed) {
    var answer = call(method, path);

    assertThat(answer.status()).as(method).isEqualTo(405);
    assertThat(answer.header("Allow")).as(method).contains(allowed);
    assertThat(answer.header("Cache-Control")).as(method).contains("no-store");
    if (!method.equals("HEAD")) {
      assertThat(answer.problem()).as(method).contains("method-not-allowed");
    }
  }

  private static Answer call(String method, String path) {
    return ANONYMOUS.send(method, path, null, null);
  }

  private static String address(String path) {
    return path.replaceAll("\\{\\w+}", "x");
  }
}
