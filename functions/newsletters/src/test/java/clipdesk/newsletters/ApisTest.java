package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which API function of this context answers what. */
final class ApisTest {
  private static final Map<String, Object> READERS = Map.of("newsletters.api", "readers");
  private static final Map<String, Object> EDITORS = Map.of("newsletters.api", "editors");

  /** Whoever has the link of a preview has it from an editor. */
  private static final Pattern OF_EDITORS = Pattern.compile(" /v1/(editor|previews)/");

  @Test
  void editorsHaveAFunctionOfTheirOwn() {
    assertThat(routes(EDITORS)).isNotEmpty().allMatch(it -> OF_EDITORS.matcher(it).find());
    assertThat(routes(READERS)).isNotEmpty().noneMatch(it -> OF_EDITORS.matcher(it).find());
  }

  @Test
  void everyRouteIsAnsweredByOneOfThem() {
    var both = new ArrayList<>(routes(EDITORS));
    both.addAll(routes(READERS));

    assertThat(both)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(routes(/* told nothing= */ Map.of()));
  }

  private static List<String> routes(Map<String, Object> properties) {
    try (var context =
        ApplicationContext.builder().deduceEnvironment(false).properties(properties).start()) {
      return context.getBean(Router.class).uriRoutes().map(ApisTest::named).distinct().toList();
    }
  }

  private static String named(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
  }
}
