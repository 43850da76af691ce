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
  private static final Map<String, Object> LISTS = Map.of("newsletters.api", "lists");
  private static final Map<String, Object> ARCHIVE = Map.of("newsletters.api", "archive");

  /** Whoever has the link of a preview has it from an editor. */
  private static final Pattern OF_EDITORS = Pattern.compile(" /v1/(editor|previews)/");

  @Test
  void editorsHaveAFunctionOfTheirOwn() {
    assertThat(routes(EDITORS)).isNotEmpty().allMatch(it -> OF_EDITORS.matcher(it).find());
    assertThat(routes(READERS)).isNotEmpty().noneMatch(it -> OF_EDITORS.matcher(it).find());
  }

  @Test
  void listsOfSubscribersHaveAFunctionOfTheirOwn() {
    assertThat(routes(LISTS)).hasSize(5).allMatch(it -> it.contains(" /v1/editor/subscriber-"));
  }

  @Test
  void whatEverybodyMayReadIsAnsweredByOneThatMayOnlyRead() {
    assertThat(routes(ARCHIVE))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("GET ") || it.startsWith("HEAD "))
        .allMatch(it -> it.contains(" /v1/newsletters"));
  }

  @Test
  void everyRouteIsAnsweredByOneOfThem() {
    var all = new ArrayList<>(routes(EDITORS));
    all.addAll(routes(READERS));
    all.addAll(routes(ARCHIVE));
    all.addAll(routes(LISTS));

    assertThat(all)
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
