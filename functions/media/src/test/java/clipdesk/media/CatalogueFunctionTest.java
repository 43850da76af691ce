package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.IngestReport.Result;
import clipdesk.media.catalogue.InMemoryIngestReports;
import clipdesk.media.catalogue.SampleVideos;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, through the real entry class. */
final class CatalogueFunctionTest extends MediaFunctionCalls {
  @Test
  void healthNeedsNobody() {
    assertThat(json(get("/v1/health"))).containsEntry("status", "up");
  }

  @Test
  void aVideoIsAnsweredInTheLanguageOfTheReader() {
    var answer = call(GatewayCalls.call("GET", VIDEO).header("Accept-Language", "fr-CA"));
    assertThat(json(answer))
        .containsEntry("title", "Conférence de presse, ministres de la Défense")
        .containsEntry(
            "place", Map.of("city", "Bruxelles", "country", "BE", "countryName", "Belgique"))
        .containsEntry("clipLimits", Map.of("maxMs", 30_000, "maxRanges", 20));
    assertThat(header(answer, "Content-Language")).isEqualTo("fr");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.getMultiValueHeaders().get("Vary").toString())
        .contains("Accept-Language", "Accept-Encoding");
  }

  @Test
  void aRenditionTellsTheSizeOfItsPictureIfItIsKnown() {
    var renditions = list(json(get(VIDEO)), "renditions");
    assertThat(renditions.getFirst()).doesNotContainKeys("width", "height");
    assertThat(renditions.getLast()).containsEntry("width", 640).containsEntry("height", 360);
  }

  @Test
  void russianIsNeverTakenForUkrainian() {
    var answer = call(GatewayCalls.call("GET", VIDEO).header("Accept-Language", "ru"));
    assertThat(header(answer, "Content-Language")).isEqualTo("en");
    assertThat(problem(call(GatewayCalls.call("GET", VIDEO).query("lang", "ru"))))
        .isEqualTo("validation");
  }

  @Test
  void aKnownTagIsAnsweredWithoutABody() {
    var tag = header(get(VIDEO), "ETag");
    var answer = call(GatewayCalls.call("GET", VIDEO).header("If-None-Match", "\"x\", W/" + tag));
    assertThat(answer.getStatusCode()).isEqualTo(304);
    assertThat(header(answer, "ETag")).isEqualTo(tag);
    var french =
        call(GatewayCalls.call("GET", VIDEO).query("lang", "fr").header("If-None-Match", tag));
    assertThat(french.getStatusCode()).isEqualTo(200);
  }

  @Test
  void anEmbargoEndsForTheDetailAndTheListAtItsInstant() {
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));
    clock.set(EMBARGO.minusMillis(1));
    assertThat(json(get(VIDEO)))
        .containsEntry("status", "embargoed")
        .containsEntry("availableAt", "2026-02-12T16:00:00.000Z")
        .doesNotContainKeys("renditions", "tracks", "assets");
    assertThat(items(get("/v1/videos")).getFirst()).containsEntry("status", "embargoed");
    assertThat(header(get("/v1/videos"), "Cache-Control")).isEqualTo("public, max-age=0");
    assertThat(problem(get(VIDEO + "/assets/poster"))).isEqualTo("embargoed");

    clock.set(EMBARGO);
    assertThat(json(get(VIDEO))).containsEntry("status", "released").containsKey("renditions");
    assertThat(items(get("/v1/videos")).getFirst()).containsEntry("status", "released");
    assertThat(get(VIDEO + "/assets/poster").getStatusCode()).isEqualTo(302);
  }

  @Test
  void anUnannouncedEmbargoIsNotEvenThere() {
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString(), "announce", false)));
    clock.set(EMBARGO.minusMillis(1));
    assertThat(items(get("/v1/videos"))).isEmpty();
    assertThat(problem(get(VIDEO))).isEqualTo("not-found");
    assertThat(problem(cut("ann", range(0, 25)))).isEqualTo("not-found");
    clock.set(EMBARGO);
    assertThat(items(get("/v1/videos"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"withdrawn, 410, withdrawn", "legalBlock, 451, legal-block"})
  void whatIsTakenBackIsInNoListAndSaysWhy(String member, int status, String code) {
    Object value = member.equals("withdrawn") ? Map.of("at", "2026-02-12T14:00:00.000Z") : true;
    videos.put(SampleVideos.with(Map.of(member, value)));
    assertThat(items(get("/v1/videos"))).isEmpty();
    assertThat(get(VIDEO).getStatusCode()).isEqualTo(status);
    assertThat(problem(get(VIDEO))).isEqualTo(code);
    assertThat(problem(cut("ann", range(0, 25)))).isEqualTo(code);
  }

  @Test
  void pagesFollowEachOtherToTheEnd() {
    for (int day = 10; day < 15; day++) {
      videos.put(SampleVideos.with("video-" + day, "2026-01-" + day, Map.of()));
    }
    var first = call(GatewayCalls.call("GET", "/v1/videos").query("limit", "4"));
    assertThat(items(first))
        .extracting(it -> it.get("videoId"))
        .containsExactly(SampleVideos.ID, "video-14", "video-13", "video-12");
    var cursor = (String) json(first).get("nextCursor");
    var second =
        call(GatewayCalls.call("GET", "/v1/videos").query("limit", "4").query("cursor", cursor));
    assertThat(items(second))
        .extracting(it -> it.get("videoId"))
        .containsExactly("video-11", "video-10");
    assertThat(json(second)).doesNotContainKey("nextCursor");
    var foreign =
        call(GatewayCalls.call("GET", "/v1/videos").query("event", "x").query("cursor", cursor));
    assertThat(problem(foreign)).isEqualTo("bad-request");
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2026-02-30",
    "to, yesterday",
    "limit, 0",
    "limit, 101",
    "limit, NaN",
    "event, ''",
    "event, UPPER",
    "event, %zz",
    "from, +10000-01-01",
    "from, -0001-01-01",
    "to, +999999999-12-31",
    "to, ''",
    "from, %zz",
    "lang, ''"
  })
  void aBrokenFilterIsRefused(String name, String value) {
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/videos").query(name, value))))
        .isEqualTo("validation");
  }

  @Test
  void theListIsBoundByTheFirstAndTheLastDayThatHasFourDigits() {
    var all =
        call(
            GatewayCalls.call("GET", "/v1/videos")
                .query("from", "0000-01-01")
                .query("to", "9999-12-31"));
    assertThat(items(all)).hasSize(1);
  }

  @Test
  void datesAndEventsNarrowTheList() {
    videos.put(SampleVideos.with("older", "2026-01-10", Map.of()));
    assertThat(items(call(GatewayCalls.call("GET", "/v1/videos").query("to", "2026-01-10"))))
        .extracting(it -> it.get("videoId"))
        .containsExactly("older");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/videos").query("from", "2026-01-11"))))
        .extracting(it -> it.get("videoId"))
        .containsExactly(SampleVideos.ID);
    assertThat(items(call(GatewayCalls.call("GET", "/v1/videos").query("event", "other"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"../secret", "UPPER", "a"})
  void aMalformedIdIsNotFound(String id) {
    assertThat(get("/v1/videos/" + id).getStatusCode()).isEqualTo(404);
  }

  @Test
  void assetsLeadToALinkThatOutlivesItsPlaceInCaches() {
    var answer = get(VIDEO + "/assets/preview");
    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(URI.create(header(answer, "Location")))
        .hasPath("/masters/" + SampleVideos.ID + "/renditions/web.mp4")
        .hasParameter("versionId", "version-of-renditions/web.mp4")
        .hasParameter("X-Amz-Expires", "900");
    assertThat(problem(get(VIDEO + "/assets/subtitles-en"))).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/editor/videos", "/v1/editor/videos/" + SampleVideos.ID})
  void whatEditorsReadSaysItsLanguage(String path) {
    for (var language : List.of("fr", "en", "uk")) {
      var answer = call(editor("GET", path).query("lang", language));
      assertThat(answer.getStatusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Language")).isEqualTo(language);
    }
  }

  @Test
  void editorsSeeWhatNobodyElseSees() {
    videos.put(SampleVideos.with(Map.of("legalBlock", true)));
    context.getBean(InMemoryIngestReports.class).put(report("refused-1", Result.REFUSED));
    var path = "/v1/editor/videos";
    assertThat(problem(call(GatewayCalls.call("GET", path).signedIn("ann"))))
        .isEqualTo("forbidden");
    assertThat(problem(get(path))).isEqualTo("unauthenticated");
    assertThat(items(call(editor("GET", path))).getFirst()).containsEntry("status", "legal-block");
    assertThat(json(call(editor("GET", path + "/refused-1"))))
        .containsEntry("status", "refused")
        .containsEntry(
            "ingest",
            Map.of(
                "videoId", "refused-1",
                "result", "refused",
                "at", "2026-02-12T15:00:00.000Z",
                "errors", List.of()));
    assertThat(problem(call(editor("GET", path + "/never-seen")))).isEqualTo("not-found");
    context.getBean(InMemoryIngestReports.class).put(report("spoilt-1", Result.ACCEPTED));
    assertThat(json(call(editor("GET", path + "/spoilt-1")))).containsEntry("status", "unreadable");
  }

  private static IngestReport report(String videoId, Result result) {
    return new IngestReport(
        videoId,
        result,
        Instant.parse("2026-02-12T15:00:00Z"),
        List.of(),
        /* moreErrors= */ 0,
        List.of(),
        Optional.empty());
  }
}
