package clipdesk.media;

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
  private static final Map<String, Object> VIDEOS = Map.of("media.api", "videos");
  private static final Map<String, Object> TRANSCRIPTS = Map.of("media.api", "transcripts");
  private static final Map<String, Object> SEARCH = Map.of("media.api", "search");
  private static final Pattern OF_TRANSCRIPTS =
      Pattern.compile(
          "/\\{videoId}/(transcript|exchanges|words)|/\\{clipId}/subtitles|/edit-lists");

  @Test
  void transcriptsHaveAFunctionOfTheirOwn() {
    assertThat(routes(TRANSCRIPTS)).isNotEmpty().allMatch(it -> OF_TRANSCRIPTS.matcher(it).find());
    assertThat(routes(VIDEOS)).isNotEmpty().noneMatch(it -> OF_TRANSCRIPTS.matcher(it).find());
  }

  @Test
  void searchHasAFunctionOfItsOwn() {
    assertThat(routes(SEARCH)).isNotEmpty().allMatch(it -> it.contains(" /v1/search/"));
  }

  @Test
  void everyRouteIsAnsweredByOneOfThem() {
    var all = new ArrayList<>(routes(VIDEOS));
    all.addAll(routes(TRANSCRIPTS));
    all.addAll(routes(SEARCH));

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
