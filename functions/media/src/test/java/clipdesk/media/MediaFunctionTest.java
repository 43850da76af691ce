package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.InMemoryIngestReports;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.InMemoryClipFiles;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the media API, through the real entry class. */
final class MediaFunctionTest {
  private static final Instant EMBARGO = Instant.parse("2026-02-12T16:00:00Z");
  private static final String VIDEO = "/v1/videos/" + SampleVideos.ID;
  private static final String CLIP = "3c1f".repeat(10);

  private final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);
  private final InMemoryVideos videos = context.getBean(InMemoryVideos.class);
  private final TickingClock clock = context.getBean(TickingClock.class);

  @BeforeEach
  void catalogueOneVideo() {
    videos.put(SampleVideos.released());
  }

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

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
    "event, ''"
  })
  void aBrokenFilterIsRefused(String name, String value) {
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/videos").query(name, value))))
        .isEqualTo("validation");
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
  void assetsLeadToALinkThatLivesAnHour() {
    var answer = get(VIDEO + "/assets/preview");
    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=1800");
    assertThat(URI.create(header(answer, "Location")))
        .hasPath("/masters/" + SampleVideos.ID + "/renditions/web.mp4")
        .hasParameter("versionId", "version-of-renditions/web.mp4")
        .hasParameter("X-Amz-Expires", "3600");
    assertThat(problem(get(VIDEO + "/assets/subtitles-en"))).isEqualTo("not-found");
  }

  @Test
  void editorsSeeWhatNobodyElseSees() {
    videos.put(SampleVideos.with(Map.of("legalBlock", true)));
    context.getBean(InMemoryIngestReports.class).put("refused-1", Map.of("result", "refused"));
    var path = "/v1/editor/videos";
    assertThat(problem(call(GatewayCalls.call("GET", path).signedIn("ann"))))
        .isEqualTo("forbidden");
    assertThat(problem(get(path))).isEqualTo("unauthenticated");
    assertThat(items(call(editor("GET", path))).getFirst()).containsEntry("status", "legal-block");
    assertThat(json(call(editor("GET", path + "/refused-1"))))
        .containsEntry("status", "refused")
        .containsEntry("ingest", Map.of("result", "refused"));
    assertThat(problem(call(editor("GET", path + "/never-seen")))).isEqualTo("not-found");
  }

  @Test
  void oneRangeIsAcceptedAtItsOwnAddress() {
    var answer = cut("ann", range(25, 50));
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    var clip = clips(answer).getFirst();
    assertThat(header(answer, "Location"))
        .isEqualTo("https://api.clipdesk.example/v1/clips/" + clip.get("clipId"));
    assertThat(clip)
        .containsEntry("status", "queued")
        .containsEntry("tracks", List.of("a1", "a2", "v1"))
        .containsEntry(
            "range",
            Map.of(
                "in", Map.of("ms", 1000, "frame", 25),
                "out", Map.of("ms", 2000, "frame", 50),
                "frameRate", Map.of("num", 25, "den", 1),
                "frames", 25,
                "durationMs", 1000));
    var polled = call(GatewayCalls.call("GET", "/v1/clips/" + clip.get("clipId")).signedIn("bob"));
    assertThat(json(polled)).containsEntry("clipId", clip.get("clipId"));
    assertThat(header(polled, "Retry-After")).isEqualTo("2");
  }

  @Test
  void aRangeInMillisecondsAndInFramesIsTheSameClip() {
    var clips =
        clips(
            cut(
                "ann",
                range(25, 50),
                "{\"in\":{\"ms\":1000},\"out\":{\"ms\":2000},\"label\":\"x\"}"));
    assertThat(clips).hasSize(1);
  }

  @Test
  void severalRangesAreAskedForTogetherAndListedNewestFirst() {
    var first = clips(cut("ann", range(0, 1))).getFirst().get("clipId");
    clock.pass(Duration.ofSeconds(1));
    var answer = cut("ann", range(1, 2), range(2, 3));
    assertThat(header(answer, "Location")).contains("/v1/clips?ids=").contains(",");
    var mine = items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")));
    assertThat(mine).hasSize(3);
    assertThat(mine.getLast())
        .containsEntry("clipId", first)
        .containsEntry("askedAt", "2026-02-12T15:00:00.000Z");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("bob")))).isEmpty();
    var listed =
        call(
            GatewayCalls.call("GET", "/v1/clips")
                .query("ids", first + "," + "0".repeat(40) + ",rubbish")
                .signedIn("bob"));
    assertThat(clips(listed)).extracting(it -> it.get("clipId")).containsExactly(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"in\":{\"frame\":-1},\"out\":{\"frame\":5}} | range-invalid | before-start",
        "{\"in\":{\"ms\":-9223372036854775808},\"out\":{\"ms\":5000}} | range-invalid |"
            + " before-start",
        "{\"in\":{\"frame\":5},\"out\":{\"frame\":5}} | range-invalid | empty",
        "{\"in\":{\"frame\":6},\"out\":{\"frame\":5}} | range-invalid | reversed",
        "{\"in\":{\"frame\":999},\"out\":{\"frame\":1001}} | range-invalid | after-end",
        "{\"in\":{\"ms\":0},\"out\":{\"ms\":9223372036854775807}} | range-invalid | after-end",
        "{\"in\":{\"frame\":1,\"ms\":40},\"out\":{\"frame\":5}} | validation |"
            + " exactly-one-position",
        "{\"in\":{},\"out\":{\"frame\":5}} | validation | exactly-one-position",
        "{\"in\":{\"frame\":\"NaN\"},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"frame\":1.5},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"ms\":1e3},\"out\":{\"frame\":5}} | validation | wrong-type",
        "{\"in\":{\"frame\":1},\"out\":{\"frame\":5},\"from\":1} | validation | unknown-field",
        "{\"in\":{\"frame\":1}} | validation | missing",
        "7 | validation | wrong-type"
      })
  void aBadRangeRefusesTheWholeRequest(String range, String problem, String code) {
    var answer = cut("ann", range(0, 1), range);
    assertThat(problem(answer)).isEqualTo(problem);
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"", "/ranges/1");
    assertThat(items(call(GatewayCalls.call("GET", "/v1/me/clips").signedIn("ann")))).isEmpty();
  }

  @Test
  void notANumberIsNoJson() {
    assertThat(problem(cut("ann", "{\"in\":{\"frame\":NaN},\"out\":{\"frame\":5}}")))
        .isEqualTo("bad-request");
  }

  @Test
  void fiftyOneRangesAreTooMany() {
    var ranges = new String[51];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = range(i, i + 1);
    }
    var answer = cut("ann", ranges);
    assertThat(problem(answer)).isEqualTo("validation");
    assertThat(answer.getBody()).contains("\"pointer\":\"/ranges\"", "wrong-size");
  }

  @Test
  void aClipMayBeAsLongAsTheLimitAndNotAFrameLonger() {
    assertThat(cut("ann", range(0, 750)).getStatusCode()).isEqualTo(202);
    var answer = cut("ann", range(0, 751));
    assertThat(problem(answer)).isEqualTo("range-too-long");
    assertThat(json(answer)).containsEntry("maxMs", 30_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tracks\":[\"v1\",\"a9\"] | unknown-track | /tracks/1",
        "\"tracks\":[] | wrong-size | /tracks",
        "\"tracks\":[\"a1\"] | unknown-track | /tracks",
        "\"profile\":\"fast\" | unknown-profile | /profile",
        "\"handlesMs\":10001 | out-of-range | /handlesMs",
        "\"trakcs\":[\"v1\"] | unknown-field | /trakcs"
      })
  void aBadMemberIsNamed(String member, String code, String pointer) {
    var answer =
        post(
            "/v1/clips",
            "ann",
            "{\"videoId\":\"%s\",\"ranges\":[%s],%s}"
                .formatted(SampleVideos.ID, range(0, 5), member));
    assertThat(problem(answer)).isEqualTo("validation");
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"", "\"" + pointer + "\"");
  }

  @Test
  void clipsNeedAnAccount() {
    assertThat(problem(call(GatewayCalls.call("POST", "/v1/clips").json("{}"))))
        .isEqualTo("unauthenticated");
    assertThat(problem(get("/v1/clips/" + CLIP))).isEqualTo("unauthenticated");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips/" + CLIP).signedIn("ann"))))
        .isEqualTo("not-found");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips/rubbish").signedIn("ann"))))
        .isEqualTo("not-found");
    assertThat(problem(call(GatewayCalls.call("GET", "/v1/clips").signedIn("ann"))))
        .isEqualTo("validation");
  }

  @Test
  void editorsCutThroughAnEmbargo() {
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));
    assertThat(problem(cut("ann", range(0, 25)))).isEqualTo("embargoed");
    var request = editor("POST", "/v1/clips").json(clipBody(range(0, 25)));
    assertThat(call(request).getStatusCode()).isEqualTo(202);
  }

  @Test
  void aTicketIsMadeReadFollowedListedAndRevoked() {
    context.getBean(InMemoryClipFiles.class).put(CLIP, SampleVideos.ID, "", "10:00:03:12");
    var key = UUID.randomUUID().toString();
    var issued = ticket("ann", key);
    assertThat(issued.getStatusCode()).isEqualTo(201);
    assertThat(header(issued, "Cache-Control")).isEqualTo("no-store");
    var ticket = json(issued);
    assertThat(ticket)
        .containsEntry("termsVersion", "2026-01")
        .containsEntry("totalBytes", 76_912_345)
        .containsEntry("expiresAt", "2026-02-19T15:00:00.000Z");
    var path = "/v1/downloads/" + ticket.get("ticket");
    assertThat(header(issued, "Location")).isEqualTo("https://api.clipdesk.example" + path);
    assertThat(json(get(path))).isEqualTo(ticket);

    var file = files(ticket).getFirst();
    var filePath = path + "/" + file.get("name");
    assertThat(file.get("href")).isEqualTo("https://api.clipdesk.example" + filePath);
    var followed = get(filePath);
    assertThat(followed.getStatusCode()).isEqualTo(302);
    assertThat(header(followed, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(followed, "Referrer-Policy")).isEqualTo("no-referrer");
    var link = URI.create(header(followed, "Location"));
    assertThat(link)
        .hasPath("/clips/" + CLIP + "/clip.mp4")
        .hasParameter("versionId", "clip-version")
        .hasParameter("response-content-type", "video/mp4")
        .hasParameter("X-Amz-Expires", "300");
    assertThat(link.getQuery())
        .contains("attachment; filename=\"" + file.get("name") + "\"; filename*=UTF-8''2026-02-12");
    var probed = call(GatewayCalls.call("HEAD", filePath));
    assertThat(probed.getStatusCode()).isEqualTo(302);
    assertThat(URI.create(header(probed, "Location")).getQuery()).isNotEqualTo(link.getQuery());

    var replay = ticket("ann", key);
    assertThat(header(replay, "Idempotency-Replayed")).isEqualTo("true");
    assertThat(json(replay)).isEqualTo(ticket);

    var mine = items(call(GatewayCalls.call("GET", "/v1/me/downloads").signedIn("ann"))).getFirst();
    assertThat(mine).containsEntry("state", "active").containsEntry("uses", 2);
    assertThat(mine.toString()).doesNotContain("dt_");
    var revoke = "/v1/me/downloads/" + mine.get("ref");
    assertThat(problem(call(GatewayCalls.call("DELETE", revoke).signedIn("bob"))))
        .isEqualTo("not-found");
    assertThat(call(GatewayCalls.call("DELETE", revoke).signedIn("ann")).getStatusCode())
        .isEqualTo(204);
    assertThat(problem(get(filePath))).isEqualTo("ticket-gone");
    assertThat(json(get(path))).containsEntry("reason", "revoked");
  }

  @Test
  void aTicketNeedsAKeyOfTheRightForm() {
    var bare = post("/v1/downloads", "ann", "{}");
    assertThat(bare.getBody()).contains("header:Idempotency-Key", "\"missing\"");
    assertThat(ticket("ann", "short").getBody()).contains("header:Idempotency-Key", "malformed");
  }

  @ParameterizedTest
  @CsvSource({"dt_x", "dt_0123456789012345678901234567890123456789012"})
  void anUnknownTicketIsNotFound(String ticket) {
    assertThat(problem(get("/v1/downloads/" + ticket))).isEqualTo("not-found");
    assertThat(problem(get("/v1/downloads/" + ticket + "/a.mp4"))).isEqualTo("not-found");
  }

  private APIGatewayProxyResponseEvent ticket(String accountId, String key) {
    return call(
        GatewayCalls.call("POST", "/v1/downloads")
            .header("Idempotency-Key", key)
            .signedIn(accountId)
            .json(
                "{\"items\":[{\"clipId\":\"%s\"}],\"termsVersion\":\"2026-01\"}".formatted(CLIP)));
  }

  private APIGatewayProxyResponseEvent cut(String accountId, String... ranges) {
    return post("/v1/clips", accountId, clipBody(ranges));
  }

  private static String clipBody(String... ranges) {
    return "{\"videoId\":\"%s\",\"ranges\":[%s]}"
        .formatted(SampleVideos.ID, String.join(",", ranges));
  }

  private static String range(long in, long out) {
    return "{\"in\":{\"frame\":%d},\"out\":{\"frame\":%d}}".formatted(in, out);
  }

  private APIGatewayProxyResponseEvent post(String path, String accountId, String body) {
    return call(GatewayCalls.call("POST", path).signedIn(accountId).json(body));
  }

  private static GatewayCalls editor(String method, String path) {
    return GatewayCalls.call(method, path).signedIn("eve", Map.of("cognito:groups", "[editors x]"));
  }

  private APIGatewayProxyResponseEvent get(String path) {
    return call(GatewayCalls.call("GET", path));
  }

  private APIGatewayProxyResponseEvent call(GatewayCalls call) {
    return function.handleRequest(call.event(), null);
  }

  private static Map<String, Object> json(APIGatewayProxyResponseEvent answer) {
    return Json.object(answer.getBody());
  }

  private static String problem(APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).isGreaterThanOrEqualTo(400);
    return (String) json(answer).get("code");
  }

  private static List<Map<String, Object>> items(APIGatewayProxyResponseEvent answer) {
    return list(json(answer), "items");
  }

  private static List<Map<String, Object>> clips(APIGatewayProxyResponseEvent answer) {
    return list(json(answer), "clips");
  }

  private static List<Map<String, Object>> files(Map<String, Object> ticket) {
    return list(ticket, "files");
  }

  @SuppressWarnings("unchecked") // lists in our answers hold objects
  private static List<Map<String, Object>> list(Map<String, Object> owner, String name) {
    return (List<Map<String, Object>>) owner.get(name);
  }

  private static String header(APIGatewayProxyResponseEvent answer, String name) {
    return String.join(", ", answer.getMultiValueHeaders().getOrDefault(name, List.of("")));
  }
}
