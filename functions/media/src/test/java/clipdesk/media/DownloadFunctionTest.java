package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.InMemoryClipFiles;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets, through the real entry class. */
final class DownloadFunctionTest extends MediaFunctionCalls {
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
    assertThat(files(mine))
        .containsExactly(
            Map.of(
                "name",
                file.get("name"),
                "sizeBytes",
                76_912_345,
                "videoId",
                SampleVideos.ID,
                "clipId",
                CLIP));
    var revoke = "/v1/me/downloads/" + mine.get("ref");
    assertThat(problem(call(GatewayCalls.call("DELETE", revoke).signedIn("bob"))))
        .isEqualTo("not-found");
    assertThat(call(GatewayCalls.call("DELETE", revoke).signedIn("ann")).getStatusCode())
        .isEqualTo(204);
    assertThat(problem(get(filePath))).isEqualTo("ticket-gone");
    assertThat(json(get(path))).containsEntry("reason", "revoked");
    var replayed = ticket("ann", key);
    assertThat(problem(replayed)).isEqualTo("ticket-gone");
    assertThat(json(replayed)).containsEntry("reason", "revoked");
  }

  @Test
  void theHistoryOfAWholeFileNamesItsRendition() {
    var body =
        "{\"items\":[{\"videoId\":\"%s\",\"rendition\":\"web\"}],\"termsVersion\":\"2026-01\"}"
            .formatted(SampleVideos.ID);
    var issued =
        call(
            GatewayCalls.call("POST", "/v1/downloads")
                .signedIn("ann")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(body));
    assertThat(files(json(issued)).getFirst()).containsEntry("rendition", "web");

    var mine = items(call(GatewayCalls.call("GET", "/v1/me/downloads").signedIn("ann"))).getFirst();
    assertThat(files(mine).getFirst())
        .containsEntry("videoId", SampleVideos.ID)
        .containsEntry("rendition", "web")
        .doesNotContainKey("clipId");
  }

  @Test
  void aTicketNeedsAKeyOfTheRightForm() {
    var bare = post("/v1/downloads", "ann", "{}");
    assertThat(bare.getBody()).contains("header:Idempotency-Key", "\"missing\"");
    assertThat(ticket("ann", "short").getBody()).contains("header:Idempotency-Key", "malformed");
  }

  @ParameterizedTest
  @CsvSource({"videoId", "rendition"})
  void anItemIsAClipOrARenditionAndNotBoth(String other) {
    var body =
        "{\"items\":[{\"clipId\":\"%s\",\"%s\":\"web\"}],\"termsVersion\":\"2026-01\"}"
            .formatted(CLIP, other);
    var answer =
        call(
            GatewayCalls.call("POST", "/v1/downloads")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .signedIn("ann")
                .json(body));
    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(answer.getBody()).contains("/items/0/" + other, "exactly-one-item");
  }

  @ParameterizedTest
  @CsvSource({"dt_x", "dt_0123456789012345678901234567890123456789012"})
  void anUnknownTicketIsNotFound(String ticket) {
    assertThat(problem(get("/v1/downloads/" + ticket))).isEqualTo("not-found");
    assertThat(problem(get("/v1/downloads/" + ticket + "/a.mp4"))).isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/me/downloads",
    "POST, /v1/downloads",
    "GET, /v1/me/clips",
    "POST, /v1/clips",
    "GET, /v1/editor/videos"
  })
  void tokenOfAnEndedSessionIsRefusedEverywhere(String method, String path) {
    var sessions = context.getBean(InMemoryEndedSessions.class);
    sessions.sessionEnded("here");
    var here = GatewayCalls.call(method, path).signedIn("ann", Map.of("origin_jti", "here"));
    assertThat(call(here.json("{}")).getStatusCode()).isEqualTo(401);
    assertThat(problem(call(here))).isEqualTo("unauthenticated");

    var elsewhere =
        GatewayCalls.call(method, path).signedIn("ann", Map.of("origin_jti", "elsewhere"));
    assertThat(call(elsewhere.json("{}")).getStatusCode()).isNotEqualTo(401);
    sessions.sessionsEnded("ann", clock.instant());
    assertThat(problem(call(elsewhere))).isEqualTo("unauthenticated");
  }

  @Test
  void readingAVideoAsksForNoSession() {
    assertThat(get(VIDEO).getStatusCode()).isEqualTo(200);
    assertThat(context.getBean(InMemoryEndedSessions.class).asked()).isZero();
  }

  private APIGatewayProxyResponseEvent ticket(String accountId, String key) {
    return call(
        GatewayCalls.call("POST", "/v1/downloads")
            .header("Idempotency-Key", key)
            .signedIn(accountId)
            .json(
                "{\"items\":[{\"clipId\":\"%s\"}],\"termsVersion\":\"2026-01\"}".formatted(CLIP)));
  }
}
