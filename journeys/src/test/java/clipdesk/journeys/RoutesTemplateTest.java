package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the template promises of methods that nobody declared; docs/decisions/0009. */
final class RoutesTemplateTest {
  private static final int POLICY_LIMIT_BYTES = 20 * 1024;

  /** As long as a stack's name can be: a function's has 64 characters. */
  private static final String STACK = "s".repeat(64 - "-newsletters-planner".length());

  private final Template template = Template.ofRepository();

  /** By the same function, or {@code Allow} would tell the methods of one of them only. */
  @Test
  void everyPathHasOneFunctionThatCatchesItsOtherMethods() {
    assertThat(template.catches())
        .extracting(route -> route.function() + " " + route.path())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            template.routes().stream()
                .map(route -> route.function() + " " + route.path())
                .collect(Collectors.toSet()));
    assertThat(template.catches()).extracting(Template.Route::path).doesNotHaveDuplicates();
  }

  /** Who calls with a wrong method is told so, whoever it is: there is nothing behind it. */
  @Test
  void catchesAreOpen() {
    assertThat(template.catches()).isNotEmpty().allMatch(Template.Route::open);
  }

  /** Each route adds a statement to the policy of its function, and Lambda takes 20 KB. */
  @Test
  void routesOfEachFunctionFitIntoItsPolicy() {
    var sizes =
        Stream.concat(template.routes().stream(), template.catches().stream())
            .collect(
                Collectors.groupingBy(
                    Template.Route::function,
                    Collectors.summingInt(route -> statement(route).length() + ",".length())));

    assertThat(sizes.values())
        .as(sizes.toString())
        .hasSize(8)
        .allMatch(bytes -> bytes < POLICY_LIMIT_BYTES - 100);
  }

  /** As Lambda keeps what SAM and CloudFormation make of a route. */
  private static String statement(Template.Route route) {
    return """
    {"Sid":"%s-%s%sPermissionlive-1A2B3C4D5E6F","Effect":"Allow",\
    "Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction",\
    "Resource":"arn:aws:lambda:ap-southeast-1:111122223333:function:%s-newsletters-editors:live",\
    "Condition":{"ArnLike":{"AWS:SourceArn":\
    "arn:aws:execute-api:ap-southeast-1:111122223333:a1b2c3d4e5/*/%s%s"}}}\
    """
        .formatted(
            STACK,
            route.function(),
            route.event(),
            STACK,
            route.method().replace("ANY", "*"),
            route.path().replaceAll("\\{\\w+}", "*"));
  }
}
