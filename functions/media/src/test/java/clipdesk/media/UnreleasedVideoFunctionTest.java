package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors have of a video before anybody else sees it. */
final class UnreleasedVideoFunctionTest extends MediaFunctionCalls {
  private static final String EDITORS = VIDEO.replace("/v1/", "/v1/editor/");
  private static final String ADDRESS = VIDEO + "/assets/preview";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void editorsHaveLinksToItsFilesUntilTheInstantOfItsRelease(boolean announced) {
    embargo(announced);
    clock.set(EMBARGO.minusMillis(1));

    var answer = inspect();

    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(URI.create(href(answer, "preview")))
        .hasPath("/masters/" + SampleVideos.ID + "/renditions/web.mp4")
        .hasParameter("versionId", "version-of-renditions/web.mp4")
        .hasParameter("X-Amz-Expires", "" + Duration.ofMinutes(15).toSeconds());
    assertThat(URI.create(href(answer, "poster")))
        .hasPath("/masters/" + SampleVideos.ID + "/poster.jpg")
        .hasParameter("X-Amz-Signature");

    clock.set(EMBARGO);
    assertThat(href(inspect(), "preview")).endsWith(ADDRESS);
  }

  @Test
  void nobodyElseHasThemNorSeesThatItIsThere() {
    embargo(/* announced= */ false);
    clock.set(EMBARGO.minusMillis(1));

    assertThat(problem(get(EDITORS))).isEqualTo("unauthenticated");
    assertThat(problem(call(GatewayCalls.call("GET", EDITORS).signedIn("ann"))))
        .isEqualTo("forbidden");
    assertThat(problem(call(GatewayCalls.call("GET", EDITORS + "x").signedIn("ann"))))
        .isEqualTo("forbidden");
    for (var path : new String[] {VIDEO, ADDRESS}) {
      assertThat(problem(get(path))).isEqualTo("not-found");
      assertThat(problem(call(editor("GET", path)))).isEqualTo("not-found");
    }
  }

  @Test
  void listOfAllVideosHasNoLinks() {
    embargo(/* announced= */ true);

    assertThat(call(editor("GET", "/v1/editor/videos")).getBody())
        .contains(ADDRESS)
        .doesNotContain("X-Amz-Signature");
  }

  @ParameterizedTest
  @CsvSource({"withdrawn", "legalBlock"})
  void whatIsTakenBackHasNoneAlsoUnderAnEmbargo(String member) {
    Object value = member.equals("withdrawn") ? Map.of("at", "2026-02-12T14:00:00.000Z") : true;
    videos.put(SampleVideos.with(Map.of(member, value, "embargoUntil", EMBARGO.toString())));
    clock.set(EMBARGO.minusMillis(1));

    var answer = inspect();

    assertThat(href(answer, "preview")).endsWith(ADDRESS);
    assertThat(answer.getBody()).doesNotContain("X-Amz-Signature");
  }

  private void embargo(boolean announced) {
    var members = Map.<String, Object>of("embargoUntil", EMBARGO.toString(), "announce", announced);
    videos.put(SampleVideos.with(members));
  }

  private APIGatewayProxyResponseEvent inspect() {
    var answer = call(editor("GET", EDITORS));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return answer;
  }

  private static String href(APIGatewayProxyResponseEvent answer, String name) {
    var assets = (Map<?, ?>) json(answer).get("assets");
    return (String) ((Map<?, ?>) assets.get(name)).get("href");
  }
}
